package dev.portcullis.directory;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Users and groups as trees of plain values, the way a client would see them. */
final class Trees {

  static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private Trees() {}

  static Map<String, Object> user(User user, List<Group> groups, Map<UUID, User> everybody) {
    Map<String, Object> tree = new LinkedHashMap<>(user.attributes().asMap());
    List<Object> schemas = new ArrayList<>(List.of("urn:ietf:params:scim:schemas:core:2.0:User"));
    tree.keySet().stream().filter(name -> name.startsWith("urn:")).forEach(schemas::add);
    tree.put("schemas", schemas);
    tree.put("id", user.id().toString());
    user.externalId().ifPresent(id -> tree.put("externalId", id));
    tree.put("userName", user.userName());
    tree.put("active", user.status() != UserStatus.DISABLED);
    tree.computeIfPresent(
        ENTERPRISE, (_, attributes) -> managed((Map<?, ?>) attributes, everybody));
    tree.put("groups", groups.stream().map(Trees::membership).toList());
    tree.put("meta", meta("User", user.id(), user.version(), user.createdAt(), user.updatedAt()));
    return tree;
  }

  private static Object membership(Group group) {
    return Map.of(
        "value",
        group.id().toString(),
        "$ref",
        DirectoryWorld.PREFIX + "/Groups/" + group.id(),
        "display",
        group.displayName(),
        "type",
        "direct");
  }

  /** The extension with the name of the manager, who may be nobody here. */
  private static Object managed(Map<?, ?> enterprise, Map<UUID, User> everybody) {
    Map<Object, Object> shown = new LinkedHashMap<>(enterprise);
    if (enterprise.get("manager") instanceof Map<?, ?> manager) {
      Map<Object, Object> named = new LinkedHashMap<>(manager);
      everybody.values().stream()
          .filter(user -> user.id().toString().equals(manager.get("value")))
          .forEach(user ->
              named.put(
                  "displayName", user.attributes().text("displayName").orElse(user.userName())));
      shown.put("manager", named);
    }
    return shown;
  }

  static Map<String, Object> group(Group group, List<Member> members) {
    Map<String, Object> tree = new LinkedHashMap<>(group.attributes().asMap());
    List<Object> schemas = new ArrayList<>(List.of("urn:ietf:params:scim:schemas:core:2.0:Group"));
    tree.keySet().stream().filter(name -> name.startsWith("urn:")).forEach(schemas::add);
    tree.put("schemas", schemas);
    tree.put("id", group.id().toString());
    group.externalId().ifPresent(id -> tree.put("externalId", id));
    tree.put("displayName", group.displayName());
    tree.put("members", members.stream().map(Trees::member).toList());
    tree.put(
        "meta", meta("Group", group.id(), group.version(), group.createdAt(), group.updatedAt()));
    return tree;
  }

  private static Object member(Member member) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("value", member.value());
    Optional.of(member.value())
        .filter(_ -> !member.parked())
        .ifPresent(id -> shown.put("$ref", DirectoryWorld.PREFIX + "/Users/" + id));
    member.display().ifPresent(name -> shown.put("display", name));
    shown.put("type", "User");
    return shown;
  }

  private static Map<String, Object> meta(
      String type, UUID id, long version, java.time.Instant created, java.time.Instant changed) {
    return Map.of(
        "resourceType",
        type,
        "created",
        created.truncatedTo(ChronoUnit.MILLIS),
        "lastModified",
        changed.truncatedTo(ChronoUnit.MILLIS),
        "location",
        DirectoryWorld.PREFIX + "/" + type + "s/" + id,
        "version",
        "W/\"" + version + "\"");
  }
}
