package dev.portcullis.api;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameter {@code fields} of a list of users: repeated, comma-joined or both, a part of a
 * field after a dot. Names that nobody knows are passed over; where none is left, all are meant.
 *
 * <p>{@code teams} stay names, whatever part of them is asked for, for so Port's own description of
 * the reply has them.
 */
final class UserSelection {

  /** What a role has beside its name, where it is asked for. */
  private static final Set<String> ROLE_PARTS =
      Set.of("description", "isAdmin", "protected", "createdAt", "updatedAt");

  private static final Set<String> KNOWN =
      Arrays.stream(UserAccountRepresentation.class.getRecordComponents())
          .map(component -> component.getName())
          .collect(Collectors.toUnmodifiableSet());

  /** By field, its parts. */
  private final TreeMap<String, Set<String>> wanted = new TreeMap<>();

  UserSelection(List<String> fields) {
    fields.stream()
        .flatMap(field -> Arrays.stream(field.split(",")))
        .map(String::strip)
        .forEach(this::add);
  }

  private void add(String field) {
    int dot = field.indexOf('.');
    String name = dot < 0 ? field : field.substring(0, dot);
    if (KNOWN.contains(name)) {
      Set<String> parts = wanted.computeIfAbsent(name, _ -> new TreeSet<>());
      if (dot >= 0) {
        parts.add(field.substring(dot + 1));
      }
    }
  }

  /** What of a user is asked for; in a list Port does not tell identifiers of teams unasked. */
  ObjectNode of(ObjectNode user) {
    if (wanted.isEmpty()) {
      user.remove("teamsIdentifiers");
      return user;
    }
    user.retain(new HashSet<>(wanted.keySet()));
    parts(user, "orgMembers");
    for (JsonNode role : user.path("roles")) {
      describe((ObjectNode) role);
    }
    return user;
  }

  private void parts(ObjectNode user, String field) {
    Set<String> parts = wanted.getOrDefault(field, Set.of());
    if (!parts.isEmpty()) {
      user.path(field).forEach(element -> ((ObjectNode) element).retain(parts));
    }
  }

  /** Roles are not made and not changed, so that they have no times to tell. */
  private void describe(ObjectNode role) {
    String name = role.path("name").asString();
    for (String part : wanted.getOrDefault("roles", Set.of())) {
      if (ROLE_PARTS.contains(part)) {
        switch (part) {
          case "isAdmin" -> role.put(part, name.equals("Admin"));
          case "protected" -> role.put(part, true);
          case "description" -> role.put(part, "");
          default -> role.putNull(part);
        }
      }
    }
  }
}
