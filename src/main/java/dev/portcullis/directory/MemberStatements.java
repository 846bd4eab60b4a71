package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes down what SCIM says of a group's members, under the group's lock. */
@Component
class MemberStatements {

  private final ScimWords words;
  private final ScimMembers members;
  private final Groups groups;
  private final DatabaseClock clock;

  MemberStatements(ScimWords words, ScimMembers members, Groups groups, DatabaseClock clock) {
    this.words = words;
    this.members = members;
    this.groups = groups;
    this.clock = clock;
  }

  /**
   * What came of a statement.
   *
   * @param at its time, read under the group's lock
   * @param added whom SCIM newly calls members
   * @param removed whom SCIM no longer calls members
   * @param denied whom SCIM says <i>not member</i> of by name, whatever it said before
   * @param parked values that named nobody yet and are kept
   */
  record Said(
      Instant at, List<UUID> added, List<UUID> removed, List<UUID> denied, List<String> parked) {

    GroupDelta delta(boolean renamed) {
      return new GroupDelta(added, removed, renamed, parked);
    }
  }

  /** What is wrong with the values of a statement. */
  static Optional<String> problem(MemberWords statement) {
    return statement.said().keySet().stream()
        .map(MemberStatements::valueProblem)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> valueProblem(String value) {
    return value.isBlank()
        ? Optional.of("`members.value` must not be empty")
        : UserProfile.nameProblem("members.value", value);
  }

  /** Values that mean nobody, where the dialect does not let them be parked. */
  List<String> refused(Connection connection, MemberWords statement) {
    if (connection.settings().dialect().parksUnknownMembers() || statement.said().isEmpty()) {
      return List.of();
    }
    Set<String> known = words.known(connection, statement.said().keySet());
    return statement.said().keySet().stream().filter(value -> !known.contains(value)).toList();
  }

  /** Writes the statement down; what is unknown is parked. */
  Said say(Caller caller, Connection connection, Group group, MemberWords statement) {
    if (statement.isSilent()) {
      return new Said(clock.now(), List.of(), List.of(), List.of(), List.of());
    }
    Collection<String> values = statement.said().keySet();
    List<ScimWords.Named> found = words.named(connection, group, values);
    Instant now = found.isEmpty() ? clock.now() : found.getLast().at();
    Map<String, ScimWords.Named> named = byValue(found);
    List<String> strangers = values.stream().filter(value -> !named.containsKey(value)).toList();
    Map<UUID, Boolean> said = new LinkedHashMap<>();
    Set<UUID> before = new HashSet<>();
    Map<String, UUID> parked =
        strangers.isEmpty() ? Map.of() : words.park(connection, strangers, now);
    statement
        .said()
        .forEach((value, member) -> {
          ScimWords.Named known = named.get(value);
          // Two values may mean one user; of their words the later one counts.
          UUID userId = known == null ? parked.get(value) : known.userId();
          said.put(userId, member);
          if (known != null && known.member()) {
            before.add(userId);
          }
        });
    if (statement.complete()) {
      before.addAll(members.of(group));
      groups.stateComplete(group, now);
    }
    if (!said.isEmpty()) {
      words.say(group, said, now, caller.traceId());
    }
    return difference(now, statement, said, before, strangers);
  }

  private static Map<String, ScimWords.Named> byValue(List<ScimWords.Named> found) {
    Map<String, ScimWords.Named> named = new LinkedHashMap<>();
    for (ScimWords.Named one : found) {
      named.merge(one.value(), one, (left, right) -> left.byId() ? left : right);
    }
    return named;
  }

  private static Said difference(
      Instant at,
      MemberWords statement,
      Map<UUID, Boolean> said,
      Set<UUID> before,
      List<String> parked) {
    List<UUID> added = new ArrayList<>();
    List<UUID> removed = new ArrayList<>();
    said.forEach((userId, member) -> {
      if (member && !before.contains(userId)) {
        added.add(userId);
      }
      if (!member && before.contains(userId)) {
        removed.add(userId);
      }
    });
    if (statement.complete()) {
      before.stream().filter(userId -> !said.containsKey(userId)).forEach(removed::add);
    }
    List<UUID> denied =
        said.entrySet().stream().filter(word -> !word.getValue()).map(Map.Entry::getKey).toList();
    return new Said(at, added, removed, denied, parked);
  }
}
