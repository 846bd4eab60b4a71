package dev.portcullis.directory;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A history of one connection: what SCIM and an Admin do, in a fixed order, and which tokens come
 * when in between. Position {@code p} is the moment before step {@code p}.
 *
 * @param onlyScimMakesUsers whether the connection's {@code provisioning} is {@code scim}
 * @param deliveries at each position, one more than there are steps, which tokens come, in order
 */
record History(
    boolean onlyScimMakesUsers,
    List<Step> steps,
    List<Token> tokens,
    List<List<Delivery>> deliveries) {

  /** What SCIM or an Admin does. People go by their external ids, groups by labels. */
  sealed interface Step {

    /** A POST of a user. */
    record Push(String person) implements Step {}

    record SetActive(String person, boolean active) implements Step {}

    record Delete(String person) implements Step {}

    /** The record of one person becomes that of another. */
    record ChangeId(String from, String to) implements Step {}

    /** A POST of a group. */
    record PushGroup(int group, String name, List<String> members) implements Step {}

    /** A PATCH of a group's members. */
    record Say(int group, List<Operation> operations) implements Step {}

    record Rename(int group, String name) implements Step {}

    record DeleteGroup(int group) implements Step {}

    record Filter(String regex) implements Step {}

    record Cover(boolean covers) implements Step {}
  }

  enum Verb {
    ADD,
    REMOVE,
    REPLACE
  }

  record Operation(Verb verb, List<String> people) {}

  /** What a token's groups claim is. */
  sealed interface Claim {

    record Complete(Set<String> names) implements Claim {}

    record Truncated(Set<String> names) implements Claim {}

    /** There is none, and when it first comes that is taken for no group, or held. */
    record Absent(boolean empty) implements Claim {}

    record Unreadable() implements Claim {}
  }

  /**
   * A token.
   *
   * @param issued the position at which it is issued; it comes no earlier
   * @param tick 0 or 1: which of two seconds at that position
   * @param ahead whether its provider's clock runs ahead of ours, so that only its first receipt
   *     says when it is of
   */
  record Token(String person, int issued, int tick, boolean ahead, Claim claim) {}

  /**
   * That a token comes.
   *
   * @param wouldBeEmpty what the absence of its claim would be taken for if it came only now
   */
  record Delivery(int token, boolean wouldBeEmpty) {}

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(onlyScimMakesUsers ? "only SCIM makes users\n" : "");
    for (int position = 0; position <= steps.size(); position++) {
      text.append(
          deliveries.get(position).stream()
              .map(one -> "    " + one.token() + " " + tokens.get(one.token()) + "\n")
              .collect(Collectors.joining()));
      text.append(position < steps.size() ? position + " " + steps.get(position) + "\n" : "");
    }
    return text.toString();
  }
}
