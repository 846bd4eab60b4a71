package dev.portcullis.directory;

import java.util.List;

/** What became of a change to a group. */
public sealed interface GroupOutcome {

  /**
   * The group is new to the client: made, or adopted from a sign-in; {@code delta} has its members.
   */
  record Created(Group group, GroupDelta delta) implements GroupOutcome {}

  /** The group is stored as shown; {@code delta} is what is otherwise than before. */
  record Changed(Group group, GroupDelta delta) implements GroupOutcome {}

  /** The group is gone. */
  record Deleted() implements GroupOutcome {}

  /** The connection has no such group. */
  record NotFound() implements GroupOutcome {}

  /** The group is of another version than the change was meant for. */
  record Stale() implements GroupOutcome {}

  /** Another group of the connection has that name. */
  record NameTaken(String displayName) implements GroupOutcome {}

  /** These values name no user of the connection, and its dialect does not park them. */
  record UnknownMembers(List<String> values) implements GroupOutcome {}

  /** It cannot be so; the problem names the attribute and what to change. */
  record Rejected(String problem) implements GroupOutcome {}

  /** Groups of this connection are made by sign-ins only. */
  record NotProvisionedByScim() implements GroupOutcome {}
}
