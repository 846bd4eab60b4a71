package dev.portcullis.scim;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.directory.User;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The manager of the enterprise extension (RFC 7643 §4.3). Of a manager who is a user of the
 * connection the address and the name are shown as they are now; they are not stored.
 */
final class ManagerReference {

  private static final String ENTERPRISE = ResourceSchemas.ENTERPRISE_USER.urn();
  private static final String MANAGER = "manager";
  private static final String VALUE = "value";
  private static final String REF = "$ref";
  private static final String DISPLAY_NAME = "displayName";
  private static final Pattern UUID_TEXT =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private ManagerReference() {}

  /** What is stored of attributes: the address under which we would show the manager is not. */
  static AttributeValues stored(AttributeValues attributes, ResourceLocations locations) {
    Map<String, Object> enterprise = map(attributes.asMap().get(ENTERPRISE));
    Map<String, Object> manager = map(enterprise.get(MANAGER));
    boolean derived =
        id(manager).map(locations::user).filter(own -> own.equals(manager.get(REF))).isPresent();
    if (!derived) {
      return attributes;
    }
    Map<String, Object> otherwise = new LinkedHashMap<>(manager);
    otherwise.remove(REF);
    return new AttributeValues(
        with(attributes.asMap(), ENTERPRISE, with(enterprise, MANAGER, otherwise)));
  }

  /** Whose names and addresses must be known to show these users as a client wants them. */
  static Set<UUID> among(List<User> users, Projection projection) {
    if (!isWanted(projection)) {
      return Set.of();
    }
    Set<UUID> ids = new HashSet<>();
    users.forEach(user -> id(manager(user.attributes().asMap())).ifPresent(ids::add));
    return ids;
  }

  /** Whether a client sees either of the two parts that are not stored. */
  private static boolean isWanted(Projection projection) {
    Map<String, Object> derived = Map.of(REF, REF, DISPLAY_NAME, DISPLAY_NAME);
    Map<String, Object> user = Map.of(ENTERPRISE, Map.of(MANAGER, derived));
    return !manager(projection.of(user)).isEmpty();
  }

  /**
   * Puts a manager's present name and address into attributes that are to be shown.
   *
   * @param names of managers who are users of the connection, by id
   */
  static void complete(
      Map<String, Object> shown, Map<UUID, String> names, ResourceLocations locations) {
    Map<String, Object> manager = new LinkedHashMap<>(manager(shown));
    Optional<UUID> known = id(manager).filter(names::containsKey);
    if (known.isPresent()) {
      manager.put(REF, locations.user(known.get()));
      manager.put(DISPLAY_NAME, Objects.requireNonNull(names.get(known.get())));
      shown.put(ENTERPRISE, with(map(shown.get(ENTERPRISE)), MANAGER, manager));
    }
  }

  private static Map<String, Object> manager(Map<String, Object> user) {
    return map(map(user.get(ENTERPRISE)).get(MANAGER));
  }

  private static Optional<UUID> id(Map<String, Object> manager) {
    return manager.get(VALUE) instanceof String text && UUID_TEXT.matcher(text).matches()
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(map);
    changed.put(name, value);
    return changed;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
