package dev.portcullis.scim.dialect;

import dev.portcullis.scim.message.RequestNotes;

/** RFC 7643 and RFC 7644 to the letter. */
record RfcReading() implements Reading {

  @Override
  public <T> T taken(Quirk<T> quirk, T sent, RequestNotes notes) {
    return sent;
  }

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
