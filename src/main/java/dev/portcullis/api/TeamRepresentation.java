package dev.portcullis.api;

import dev.portcullis.directory.TeamAccount;
import dev.portcullis.directory.TeamMember;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A team in Port's shape, field by field, so that a list can leave some out. */
final class TeamRepresentation {

  private static final Set<String> KNOWN =
      Set.of("id", "name", "provider", "description", "createdAt", "updatedAt", "users");

  private TeamRepresentation() {}

  /**
   * The team without its people, as answers to changes have it: Terraform's client reads the people
   * of such an answer as texts and those of others as objects, so that here are none.
   */
  static Map<String, @Nullable Object> of(TeamAccount account) {
    Map<String, @Nullable Object> team = new LinkedHashMap<>();
    team.put("id", account.team().groupId().toString());
    team.put("identifier", account.team().identifier());
    team.put("name", account.team().shownName());
    team.put("provider", account.connection().orElse("port"));
    team.put("description", account.description().orElse(null));
    team.put("createdAt", account.createdAt());
    team.put("updatedAt", account.updatedAt());
    return team;
  }

  /**
   * The team with its people.
   *
   * @param fields what is asked for, such as {@code users.email}; everything if there is nothing
   */
  static Map<String, @Nullable Object> of(
      TeamAccount account, List<TeamMember> members, List<String> fields) {
    Map<String, @Nullable Object> team = of(account);
    Set<String> asked = asked(fields);
    team.put("users", members.stream().map(member -> person(member, asked)).toList());
    if (!asked.isEmpty()) {
      Set<String> names =
          asked.stream().map(field -> field.split("\\.", 2)[0]).collect(Collectors.toSet());
      team.keySet().retainAll(names);
    }
    return team;
  }

  /** Repeated, joined by commas or both; what is unknown is passed over. */
  private static Set<String> asked(List<String> fields) {
    return fields.stream()
        .flatMap(some -> Arrays.stream(some.split(",")))
        .map(String::strip)
        .filter(field -> KNOWN.contains(field.split("\\.", 2)[0]))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, @Nullable Object> person(TeamMember member, Set<String> asked) {
    Map<String, @Nullable Object> person = new LinkedHashMap<>();
    person.put("email", member.handle().orElse(member.user().userName()));
    person.put("firstName", member.user().attributes().text("name", "givenName").orElse(""));
    person.put("lastName", member.user().attributes().text("name", "familyName").orElse(""));
    person.put("picture", null);
    person.put("status", member.user().status().name().toUpperCase(Locale.ROOT));
    Set<String> parts =
        asked.stream()
            .filter(field -> field.startsWith("users."))
            .map(field -> field.substring("users.".length()))
            .collect(Collectors.toSet());
    if (!parts.isEmpty()) {
      person.keySet().retainAll(parts);
    }
    return person;
  }
}
