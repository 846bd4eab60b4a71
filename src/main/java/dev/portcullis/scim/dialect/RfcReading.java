package dev.portcullis.scim.dialect;

import dev.portcullis.scim.message.RequestNotes;
import java.util.Optional;

/** RFC 7643 and RFC 7644 to the letter. */
record RfcReading() implements Reading {

  @Override
  public Optional<Boolean> booleanIn(String text) {
    return Optional.empty();
  }

  @Override
  public void leaveOut(String attribute, RequestNotes notes) {
    notes.add("unknown attribute `" + attribute + "` ignored");
  }

  @Override
  public void passPathless(int operation) {}

  /** {@code type} is not required (RFC 7643 §8.7.1). */
  @Override
  public void passMissingMemberType() {}

  /** Null means the same as no value (RFC 7643 §2.5). */
  @Override
  public void passNullMembers() {}

  /** What a PUT leaves out is cleared (RFC 7644 §3.5.1). */
  @Override
  public boolean absentMembersMeanNone() {
    return true;
  }

  @Override
  public boolean showsPatchedGroup(boolean attributesWanted) {
    return true;
  }
}
