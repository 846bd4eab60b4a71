package dev.portcullis.scim.dialect;

import dev.portcullis.scim.message.RequestNotes;

/** The interoperability profile, which refuses what two sides could read differently. */
record InteropReading() implements Reading {

  @Override
  public <T> T taken(Quirk<T> quirk, T sent, RequestNotes notes) {
    if (quirk.rule().isRefused()) {
      throw quirk.rule().fault(quirk.advice(sent));
    }
    return sent;
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
