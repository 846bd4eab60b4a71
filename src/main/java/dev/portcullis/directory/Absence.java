package dev.portcullis.directory;

import java.time.Instant;

/** Why a person is not in a group that one might look for them in. */
public sealed interface Absence {

  /** The group as the claim or the portal calls it. */
  String name();

  /** Since when. */
  Instant at();

  /** The newest claim names it, and the connection's filter does not let the name through. */
  record Filtered(String name, Instant at) implements Absence {}

  /** The provider took the person out over SCIM, after whatever claim named the group. */
  record TakenAway(String name, Instant at) implements Absence {}

  /** The group that the claim means was deleted over SCIM. */
  record Deleted(String name, Instant at) implements Absence {}

  /** SCIM calls the person a member, and a newer claim, which counts for more here, does not. */
  record LeftOut(String name, Instant at) implements Absence {}
}
