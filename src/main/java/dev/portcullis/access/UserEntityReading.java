package dev.portcullis.access;

import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.catalog.CatalogProblem;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.EntityDraft;
import dev.portcullis.catalog.EntityEdit;
import dev.portcullis.directory.PersonField;
import dev.portcullis.directory.UserStatus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the entity of a person is to be as what the directory is to be told; pure. What is not
 * named is left as it is, whether the rest of the entity is replaced or not.
 *
 * <p>Importers write people with properties of Port's user object, which no blueprint declares:
 * {@code email}, {@code firstName} and {@code lastName} are taken for what they say, {@code roles}
 * and {@code teams} as far as there are such; {@code orgs}, {@code providers}, {@code type} and
 * whatever else a user is shown with is not theirs to say.
 */
final class UserEntityReading {

  /** Port's word for people, as the property {@code port_type}. */
  static final String STANDARD = "Standard";

  static final String STATUS = "status";
  static final String ROLE = "port_role";
  static final String MODERATED = "moderated_blueprints";
  static final String TYPE = "port_type";

  private static final Set<String> FIXED = Set.of(STATUS, ROLE, MODERATED, TYPE);
  private static final Set<String> IMPORTED =
      Set.of(
          "email",
          "firstName",
          "lastName",
          "orgs",
          "providers",
          "roles",
          "teams",
          "type",
          "id",
          "teamsIdentifiers",
          "orgMembers",
          "managedByScim",
          "scimUpdatedAt",
          "isInvisible",
          "supportLevel",
          "phoneNumber",
          "picture",
          "companyId",
          "companyRole",
          "termsAccepted",
          "createdAt",
          "updatedAt");

  private final BlueprintDefinition blueprint;
  private final Optional<Entity> before;
  private final EntityEdit edit;
  private final List<CatalogProblem> problems = new ArrayList<>();

  private UserEntityReading(
      BlueprintDefinition blueprint, Optional<Entity> before, EntityEdit edit) {
    this.blueprint = blueprint;
    this.before = before;
    this.edit = edit;
  }

  /**
   * What the entity says.
   *
   * @param role empty unless another one than the person has
   * @param moderated what it makes a Moderator of; empty if nothing is said of it
   * @param roles the names that an importer gives, which count where {@code role} is empty
   * @param teams the hand-made ones
   * @param importedTeams the same as an importer gives them
   * @param serviceAccount whether it is to be no person
   */
  record Read(
      Map<PersonField, Optional<Object>> fields,
      Optional<PortRole> role,
      Optional<List<String>> moderated,
      List<String> roles,
      Optional<UserStatus> status,
      Optional<List<String>> teams,
      List<String> importedTeams,
      boolean serviceAccount,
      List<CatalogProblem> problems) {}

  static Read of(BlueprintDefinition blueprint, Optional<Entity> before, EntityEdit edit) {
    return new UserEntityReading(blueprint, before, edit).read();
  }

  private Read read() {
    boolean sameStanding = isSame(ROLE) && isSame(MODERATED);
    Optional<PortRole> role = sameStanding ? Optional.empty() : role();
    Optional<List<String>> moderated =
        sameStanding ? Optional.empty() : names(MODERATED, property(MODERATED));
    return new Read(
        fields(),
        role,
        moderated,
        imported("roles"),
        status(),
        teams(),
        imported("teams"),
        isServiceAccount(),
        problems);
  }

  /** What is left for the catalog to keep: what the organization itself declares. */
  static EntityDraft additions(
      BlueprintDefinition blueprint, EntityDraft whole, String identifier) {
    Map<String, Object> properties = new LinkedHashMap<>(whole.properties());
    properties.keySet().removeAll(FIXED);
    properties
        .keySet()
        .removeIf(
            name -> IMPORTED.contains(name) && !blueprint.schema().properties().containsKey(name));
    return new EntityDraft(
        Optional.of(identifier),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        properties,
        whole.relations());
  }

  private @Nullable Object property(String name) {
    return edit.given().properties().get(name);
  }

  private @Nullable Object present(String name) {
    return before.map(Entity::properties).orElse(Map.of()).get(name);
  }

  /** Whether nothing is said of it, or what is so already. */
  private boolean isSame(String name) {
    Object value = property(name);
    return value == null || (before.isPresent() && value.equals(present(name)));
  }

  private Optional<String> text(String name) {
    Object value = property(name);
    if (value == null || value instanceof String) {
      return Optional.ofNullable((String) value);
    }
    mismatch(name, "must be of type `string` by blueprint `_user`");
    return Optional.empty();
  }

  private Optional<List<String>> names(String name, @Nullable Object value) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return Optional.of(list.stream().map(String.class::cast).toList());
    }
    mismatch(name, "must be a list of texts");
    return Optional.empty();
  }

  private Optional<PortRole> role() {
    return text(ROLE)
        .flatMap(name -> {
          Optional<PortRole> role = PortRole.named(name);
          if (role.isEmpty()) {
            malformed(ROLE, "must be one of `Admin`, `Moderator`, `Member`");
          }
          return role;
        });
  }

  private Optional<UserStatus> status() {
    return text(STATUS)
        .flatMap(name -> {
          Optional<UserStatus> status = UserStatus.told(name);
          if (status.isEmpty()) {
            malformed(STATUS, "must be one of `Staged`, `Invited`, `Active`, `Disabled`");
          }
          return status;
        });
  }

  private boolean isServiceAccount() {
    Optional<String> type = text(TYPE);
    boolean known =
        type.filter(name -> !name.equals(STANDARD) && !name.equals(ServiceAccounts.PORT_TYPE))
            .isEmpty();
    if (!known) {
      malformed(TYPE, "must be `" + STANDARD + "` or `" + ServiceAccounts.PORT_TYPE + "`");
    } else if (before.isPresent() && !isSame(TYPE)) {
      malformed(TYPE, "cannot become another: make another user instead");
    }
    return before.isEmpty() && type.filter(ServiceAccounts.PORT_TYPE::equals).isPresent();
  }

  private Optional<List<String>> teams() {
    return edit.given().teams().isEmpty() && !edit.cleared().contains("team")
        ? Optional.empty()
        : Optional.of(edit.given().teams());
  }

  private Map<PersonField, Optional<Object>> fields() {
    Map<PersonField, Optional<Object>> fields = new EnumMap<>(PersonField.class);
    if (!Objects.equals(edit.given().title(), before.flatMap(Entity::title))) {
      edit.given()
          .title()
          .map(String::strip)
          .filter(title -> !title.isEmpty())
          .ifPresent(title -> {
            int space = title.indexOf(' ');
            String first = space < 0 ? title : title.substring(0, space);
            String last = space < 0 ? "" : title.substring(space + 1).strip();
            fields.put(PersonField.FIRST_NAME, Optional.of(first));
            fields.put(PersonField.LAST_NAME, Optional.of(last));
          });
    }
    field(fields, PersonField.FIRST_NAME);
    field(fields, PersonField.LAST_NAME);
    field(fields, PersonField.EMAIL);
    edit.given()
        .identifier()
        .filter(identifier -> before.isPresent() && identifier.contains("@"))
        .filter(identifier -> !identifier.equalsIgnoreCase(before.get().identifier()))
        .ifPresent(identifier -> fields.put(PersonField.EMAIL, Optional.of(identifier)));
    return fields;
  }

  private void field(Map<PersonField, Optional<Object>> fields, PersonField field) {
    if (isImported(field.wireName())) {
      text(field.wireName()).ifPresent(value -> fields.put(field, Optional.of(value)));
    }
  }

  /** Whether a property of that name is an importer's, and not one of the organization's own. */
  private boolean isImported(String name) {
    return property(name) != null && !blueprint.schema().properties().containsKey(name);
  }

  /** Names, or objects with a {@code name}. */
  private List<String> imported(String name) {
    if (!isImported(name) || !(property(name) instanceof List<?> list)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Object each : list) {
      if (each instanceof String text) {
        names.add(text);
      } else if (each instanceof Map<?, ?> map && map.get("name") instanceof String text) {
        names.add(text);
      }
    }
    return names;
  }

  private void mismatch(String property, String message) {
    problem(CatalogProblem.Kind.SCHEMA_MISMATCH, property, message);
  }

  private void malformed(String property, String message) {
    problem(CatalogProblem.Kind.MALFORMED, property, message);
  }

  private void problem(CatalogProblem.Kind kind, String property, String message) {
    problems.add(new CatalogProblem(kind, "properties." + property, message, Optional.empty()));
  }
}
