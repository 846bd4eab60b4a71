package dev.portcullis.api;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the audit log calls kinds of things, and what the trail calls them. */
final class AuditResources {

  private static final String TEAM = "team";
  private static final String GROUP = "group";
  private static final String PERMISSIONS = "permissions";
  private static final String OF_OWNER = "-permissions";

  private AuditResources() {}

  static String shown(String stored) {
    if (stored.equals(GROUP)) {
      return TEAM;
    }
    return stored.endsWith(OF_OWNER) ? PERMISSIONS : stored;
  }

  /** What an event is about beside its own identifier: the owner's kind, for permissions. */
  static String kind(String stored) {
    return stored.endsWith(OF_OWNER)
        ? stored.substring(0, stored.length() - OF_OWNER.length())
        : shown(stored);
  }

  static Set<String> stored(Set<String> shown) {
    return shown.stream().flatMap(AuditResources::stored).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> stored(String shown) {
    return switch (shown) {
      case TEAM, GROUP -> Stream.of(TEAM, GROUP);
      case PERMISSIONS ->
          Stream.of("blueprint-permissions", "action-permissions", "page-permissions");
      case "session" -> Stream.of("session", "logout");
      case "group_rule" -> Stream.of("group-rule");
      default -> Stream.of(shown);
    };
  }
}
