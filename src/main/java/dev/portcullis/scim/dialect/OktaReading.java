package dev.portcullis.scim.dialect;

import dev.portcullis.scim.message.RequestNotes;
import java.util.Locale;
import java.util.Optional;

/** What Okta's client really sends is taken as it is meant. */
record OktaReading() implements Reading {

  @Override
  public Optional<Boolean> booleanIn(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  @Override
  public void leaveOut(String attribute, RequestNotes notes) {
    notes.add("unknown attribute `" + attribute + "` dropped");
  }

  /** Okta deactivates users and renames groups with path-less operations. */
  @Override
  public void passPathless(int operation) {}

  @Override
  public void passMissingMemberType() {}

  @Override
  public void passNullMembers() {}

  /** Okta's own profile updates of a group leave its members out without meaning to empty it. */
  @Override
  public boolean absentMembersMeanNone() {
    return false;
  }

  /** Okta needs no body, and with one the cost would grow with the group. */
  @Override
  public boolean showsPatchedGroup(boolean attributesWanted) {
    return attributesWanted;
  }
}
