package dev.portcullis.access;

import dev.portcullis.access.EntityWriteOutcome.AccountRefused;
import dev.portcullis.access.EntityWriteOutcome.Decided;
import dev.portcullis.access.EntityWriteOutcome.OfPerson;
import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.EntityDraft;
import dev.portcullis.catalog.EntityOutcome;
import dev.portcullis.directory.HandRole;
import dev.portcullis.directory.Invitation;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.PersonEdit;
import dev.portcullis.directory.TeamAccount;
import dev.portcullis.directory.User;
import dev.portcullis.directory.UserStatus;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.ClientCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Changes people by way of their entities, within a transaction of {@link EntityWriting}: first
 * what the directory knows of them, then what the organization adds, or nothing of it.
 */
@Component
class UserEntityWriting {

  private static final HandRole MEMBER = HandRole.of(PortRole.MEMBER.wireName());

  private final Catalog catalog;
  private final PersonAccounts accounts;
  private final AccountEdits edits;
  private final HandRoles roles;
  private final Memberships memberships;
  private final ServiceAccounts serviceAccounts;

  UserEntityWriting(
      Catalog catalog,
      PersonAccounts accounts,
      AccountEdits edits,
      HandRoles roles,
      Memberships memberships,
      ServiceAccounts serviceAccounts) {
    this.catalog = catalog;
    this.accounts = accounts;
    this.edits = edits;
    this.roles = roles;
    this.memberships = memberships;
    this.serviceAccounts = serviceAccounts;
  }

  /** What became of the person, before the catalog's part. */
  private record Person(
      AccountOutcome outcome, Optional<ClientCredentials> credentials, List<String> ignored) {

    static Person of(AccountOutcome outcome) {
      return new Person(
          outcome,
          Optional.empty(),
          outcome instanceof AccountOutcome.Stored(_, List<String> ignored) ? ignored : List.of());
    }

    Optional<User> user() {
      return switch (outcome) {
        case AccountOutcome.Stored(PersonAccount account, _) -> Optional.of(account.user());
        case AccountOutcome.Invited(PersonAccount account) -> Optional.of(account.user());
        default -> Optional.empty();
      };
    }
  }

  /**
   * Writes the entity.
   *
   * @param before the entity as it is, if it is there
   */
  EntityWriteOutcome write(
      Caller caller, Blueprint kind, Optional<Entity> before, EntityWrite write) {
    BlueprintDefinition blueprint = kind.definition();
    UserEntityReading.Read read = UserEntityReading.of(blueprint, before, write.edit());
    if (!read.problems().isEmpty()) {
      return new Decided(new EntityOutcome.Rejected(read.problems()));
    }
    EntityDraft given = write.edit().given();
    Undo undo = new Undo();
    Person person =
        before.isPresent()
            ? edited(caller, before.get(), read, addsAnything(blueprint, given))
            : made(caller, write.identifier().or(given::identifier), read);
    Optional<User> user = person.user();
    if (user.isEmpty()) {
      return undo.because(new AccountRefused(person.outcome()));
    }
    EntityDraft whole =
        before.filter(_ -> write.edit().merges()).map(write.edit()::over).orElse(given);
    String identifier =
        UserEntities.identifier(
            user.get(), memberships.handle(caller.organizationId(), user.get().id()));
    EntityOutcome stored =
        catalog.extendEntity(
            caller, kind.identifier(), UserEntityReading.additions(blueprint, whole, identifier));
    return switch (stored) {
      case EntityOutcome.Replaced(Entity entity) ->
          new OfPerson(
              before.isPresent()
                  ? new EntityOutcome.Replaced(entity)
                  : new EntityOutcome.Created(entity),
              person.ignored(),
              person.credentials());
      default -> undo.because(new Decided(stored));
    };
  }

  private static boolean addsAnything(BlueprintDefinition blueprint, EntityDraft given) {
    EntityDraft additions = UserEntityReading.additions(blueprint, given, "");
    return !additions.properties().isEmpty() || !additions.relations().isEmpty();
  }

  private Person edited(
      Caller caller, Entity before, UserEntityReading.Read read, boolean accompanied) {
    Optional<User> user = accounts.user(caller.organizationId(), before.identifier());
    if (user.isEmpty()) {
      return Person.of(new AccountOutcome.NotFound());
    }
    List<String> problems = new ArrayList<>();
    Optional<HandRole> role = role(caller, read, user.get().handRole(), problems);
    Optional<List<String>> teams = teams(caller, read);
    PersonEdit edit =
        new PersonEdit(read.fields(), role, read.status(), accompanied || teams.isPresent(), false);
    return Person.of(edits.stored(caller, user.get(), edit, teams, problems));
  }

  private Person made(Caller caller, Optional<String> identifier, UserEntityReading.Read read) {
    if (identifier.isEmpty()) {
      return Person.of(
          new AccountOutcome.Rejected(
              List.of("`identifier` is required: the e-mail of the person")));
    }
    List<String> problems = new ArrayList<>();
    HandRole role = role(caller, read, MEMBER, problems).orElse(MEMBER);
    if (read.serviceAccount()) {
      return problems.isEmpty()
          ? serviceAccount(caller, identifier.get(), role, read)
          : Person.of(new AccountOutcome.Rejected(problems));
    }
    boolean told = read.status().filter(status -> status == UserStatus.INVITED).isPresent();
    AccountOutcome invited =
        edits.invited(
            caller,
            new Invitation(identifier.get(), role, Optional.empty(), told),
            "team",
            teams(caller, read).orElse(List.of()),
            problems);
    if (!(invited instanceof AccountOutcome.Invited(PersonAccount account))) {
      return Person.of(invited);
    }
    PersonEdit more = new PersonEdit(read.fields(), Optional.empty(), read.status(), true, false);
    return Person.of(edits.stored(caller, account.user(), more, Optional.empty(), List.of()));
  }

  private Person serviceAccount(
      Caller caller, String identifier, HandRole role, UserEntityReading.Read read) {
    String status = read.status().map(UserStatus::name).orElse(UserStatus.ACTIVE.name());
    ServiceAccountOutcome outcome =
        serviceAccounts.create(
            caller, identifier, status, PortRole.named(role.role()).orElseThrow());
    return switch (outcome) {
      case ServiceAccountOutcome.Created(User user, ClientCredentials credentials) -> {
        PersonEdit more =
            new PersonEdit(read.fields(), Optional.of(role), Optional.empty(), true, false);
        yield new Person(
            edits.stored(caller, user, more, teams(caller, read), List.of()),
            Optional.of(credentials),
            List.of());
      }
      case ServiceAccountOutcome.Taken _ -> Person.of(new AccountOutcome.EmailTaken());
      case ServiceAccountOutcome.Rejected(List<String> problems) ->
          Person.of(new AccountOutcome.Rejected(problems));
    };
  }

  /** The role that is said, if it is another one than the person has. */
  private Optional<HandRole> role(
      Caller caller, UserEntityReading.Read read, HandRole present, List<String> problems) {
    if (read.role().isEmpty() && read.moderated().isEmpty()) {
      return imported(caller, read, present);
    }
    PortRole role =
        read.role().orElseGet(() -> PortRole.named(present.role()).orElse(PortRole.MEMBER));
    List<String> moderated = read.moderated().orElse(present.moderatedBlueprints());
    if (role != PortRole.MODERATOR) {
      moderated = List.of();
      if (!read.moderated().orElse(List.of()).isEmpty()) {
        problems.add(
            "`properties.port_role` must be `Moderator` where `moderated_blueprints` names some");
      }
    }
    return AccountEdits.read(
        roles.read(caller.organizationId(), "properties.moderated_blueprints", role, moderated),
        problems);
  }

  /** What an importer says counts as far as there is such a role. */
  private Optional<HandRole> imported(
      Caller caller, UserEntityReading.Read read, HandRole present) {
    List<String> known =
        read.roles().stream()
            .filter(name ->
                AccountEdits.read(
                        roles.read(caller.organizationId(), "roles", List.of(name), present),
                        new ArrayList<>())
                    .isPresent())
            .toList();
    return known.isEmpty()
        ? Optional.empty()
        : AccountEdits.read(
            roles.read(caller.organizationId(), "roles", known, present), new ArrayList<>());
  }

  private Optional<List<String>> teams(Caller caller, UserEntityReading.Read read) {
    if (read.teams().isPresent() || read.importedTeams().isEmpty()) {
      return read.teams();
    }
    Set<String> known =
        memberships.teamsNamed(caller.organizationId(), read.importedTeams()).keySet();
    Set<String> byHand = byHand(caller, known);
    List<String> counting = read.importedTeams().stream().filter(byHand::contains).toList();
    return counting.isEmpty() ? Optional.empty() : Optional.of(counting);
  }

  private Set<String> byHand(Caller caller, Set<String> names) {
    var identifiers = memberships.teamsNamed(caller.organizationId(), names);
    var teams = memberships.teamsOf(caller.organizationId(), identifiers.values());
    return names.stream()
        .filter(name ->
            Optional.ofNullable(identifiers.get(name))
                .map(teams::get)
                .filter(TeamAccount::madeByHand)
                .isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }
}
