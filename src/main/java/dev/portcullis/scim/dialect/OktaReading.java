package dev.portcullis.scim.dialect;

import dev.portcullis.scim.message.RequestNotes;

/** What Okta's client really sends is taken as it is meant. */
record OktaReading() implements Reading {

  @Override
  public <T> T taken(Quirk<T> quirk, T sent, RequestNotes notes) {
    String note = quirk.note(sent);
    if (!note.isEmpty()) {
      notes.add(note);
    }
    return quirk.mended(sent);
  }

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
