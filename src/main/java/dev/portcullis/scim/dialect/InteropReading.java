package dev.portcullis.scim.dialect;

import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import java.util.Optional;

/** The interoperability profile, which refuses what two sides could read differently. */
record InteropReading() implements Reading {

  @Override
  public Optional<Boolean> booleanIn(String text) {
    return Optional.empty();
  }

  @Override
  public void leaveOut(String attribute, RequestNotes notes) {
    throw ScimFault.invalidValue(
        "`" + attribute + "` is not an attribute of this resource: leave it out");
  }

  @Override
  public void passPathless(int operation) {
    throw ScimFault.noTarget(
        "operation " + operation + " has no `path`, which the interop dialect requires");
  }

  @Override
  public void passMissingMemberType() {
    throw ScimFault.invalidValue("`members.type` is missing: send `User`");
  }

  @Override
  public void passNullMembers() {
    throw ScimFault.invalidValue("`members` must be a list and not null");
  }

  @Override
  public boolean absentMembersMeanNone() {
    return true;
  }

  /** RFC 7644 §3.5.2 leaves the choice; without a body the cost does not grow with the group. */
  @Override
  public boolean showsPatchedGroup(boolean attributesWanted) {
    return attributesWanted;
  }
}
