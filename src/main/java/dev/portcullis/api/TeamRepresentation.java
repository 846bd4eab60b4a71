package dev.portcullis.api;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.directory.TeamAccount;
import dev.portcullis.directory.TeamMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A team in Port's shape. */
final class TeamRepresentation {

  /** Port's word for teams that no identity provider brings. */
  private static final String BY_HAND = "port";

  private TeamRepresentation() {}

  /** Without its users: clients of writing routes read them as texts, others as objects. */
  static Map<String, @Nullable Object> of(TeamAccount account) {
    Map<String, @Nullable Object> team = new LinkedHashMap<>();
    team.put("id", account.team().groupId());
    team.put("name", account.team().shownName());
    team.put("provider", account.connection().orElse(BY_HAND));
    team.put("description", account.description().orElse(null));
    team.put("createdAt", account.createdAt());
    team.put("updatedAt", account.updatedAt());
    return team;
  }

  /** What a reader asks for. */
  static Map<String, @Nullable Object> of(
      TeamAccount account, List<TeamMember> members, TeamSelection selection) {
    Map<String, @Nullable Object> team = of(account);
    team.keySet().removeIf(field -> !selection.has(field));
    if (selection.hasUsers()) {
      team.put(
          TeamSelection.USERS, members.stream().map(member -> user(member, selection)).toList());
    }
    return team;
  }

  /** Pictures there are none here. */
  private static Map<String, @Nullable Object> user(TeamMember member, TeamSelection selection) {
    AttributeValues attributes = member.user().attributes();
    Map<String, @Nullable Object> user = new LinkedHashMap<>();
    user.put("firstName", attributes.text("name", "givenName").orElse(""));
    user.put("lastName", attributes.text("name", "familyName").orElse(""));
    user.put(
        "email", member.handle().or(() -> member.user().email()).orElse(member.user().userName()));
    user.put("picture", null);
    user.put("status", member.user().status().name());
    user.keySet().removeIf(field -> !selection.has(TeamSelection.USERS + "." + field));
    return user;
  }
}
