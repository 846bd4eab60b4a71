package dev.portcullis.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a change came from, as Port's {@code origin} says it, by the kind of its actor. */
enum AuditOrigin {
  API("api-client"),
  UI("user"),
  SCIM("scim-token"),
  SSO("identity-provider"),
  SERVER("server");

  private final String actorKind;

  AuditOrigin(String actorKind) {
    this.actorKind = actorKind;
  }

  static String of(String actorKind) {
    return Arrays.stream(values())
        .filter(origin -> origin.actorKind.equals(actorKind))
        .findFirst()
        .map(Enum::name)
        .orElse(actorKind);
  }

  /** The kinds that are meant; none where no origin is known. */
  static Set<String> actorKinds(Set<String> origins) {
    return Arrays.stream(values())
        .filter(origin ->
            origins.stream().anyMatch(name -> name.toUpperCase(Locale.ROOT).equals(origin.name())))
        .map(origin -> origin.actorKind)
        .collect(Collectors.toUnmodifiableSet());
  }
}
