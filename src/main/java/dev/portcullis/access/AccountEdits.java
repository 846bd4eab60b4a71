package dev.portcullis.access;

import dev.portcullis.directory.HandRole;
import dev.portcullis.directory.Invitation;
import dev.portcullis.directory.InvitationOutcome;
import dev.portcullis.directory.People;
import dev.portcullis.directory.PersonEdit;
import dev.portcullis.directory.PersonOutcome;
import dev.portcullis.directory.Teams;
import dev.portcullis.directory.User;
import dev.portcullis.directory.UserTeamsOutcome;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The doorway for Admins who change people: roles, teams, status and profile, all of it or nothing.
 * An organization that has an Admin keeps one.
 */
@Component
public class AccountEdits {

  /** The most teams in one list. */
  private static final int MAX_TEAMS = 1_000;

  private static final String ROLES_INVITED = "invitee.roles";
  private static final String TEAMS_INVITED = "invitee.teams";

  private final PersonAccounts accounts;
  private final People people;
  private final HandRoles roles;
  private final Teams teams;
  private final Admins admins;

  AccountEdits(
      PersonAccounts accounts, People people, HandRoles roles, Teams teams, Admins admins) {
    this.accounts = accounts;
    this.people = people;
    this.roles = roles;
    this.teams = teams;
    this.admins = admins;
  }

  /**
   * Changes the account of whom an identifier means.
   *
   * @param strict whether nothing is to be stored where a part of it is the provider's
   */
  @OneTransaction
  public AccountOutcome edit(Caller caller, String identifier, AccountEdit edit, boolean strict) {
    return accounts
        .user(caller.organizationId(), identifier)
        .map(user -> edited(caller, user, edit, strict))
        .orElseGet(AccountOutcome.NotFound::new);
  }

  private AccountOutcome edited(Caller caller, User user, AccountEdit edit, boolean strict) {
    List<String> problems = new ArrayList<>();
    Optional<HandRole> role =
        edit.roles()
            .flatMap(names ->
                read(roles.read(user.organizationId(), "roles", names, user.handRole()), problems));
    return stored(
        caller,
        user,
        new PersonEdit(edit.fields(), role, edit.status(), edit.teams().isPresent(), strict),
        edit.teams(),
        problems);
  }

  /**
   * Stores an edit, all of it or nothing.
   *
   * @param handTeams see {@link AccountEdit}
   * @param problems what is known to be wrong already
   */
  AccountOutcome stored(
      Caller caller,
      User user,
      PersonEdit edit,
      Optional<List<String>> handTeams,
      List<String> problems) {
    if (isThemselves(caller, user)
        && edit.status().filter(status -> status != user.status()).isPresent()) {
      return new AccountOutcome.OwnStatus();
    }
    Undo undo = new Undo();
    boolean wasAdmin = admins.isOne(user);
    List<String> all = new ArrayList<>(problems);
    all.addAll(edit.problems());
    // Groups are locked before people, here as elsewhere.
    handTeams.ifPresent(names -> all.addAll(belongs(caller, user, "teams", names)));
    if (!all.isEmpty()) {
      return undo.because(new AccountOutcome.Rejected(all));
    }
    AccountOutcome outcome = stored(people.edit(caller, user.id(), edit));
    if (!(outcome instanceof AccountOutcome.Stored(PersonAccount account, _))) {
      return undo.because(outcome);
    }
    return wasAdmin && !admins.isOne(account.user()) && !admins.hasAdmin(user.organizationId())
        ? undo.because(new AccountOutcome.LastAdmin())
        : outcome;
  }

  private AccountOutcome stored(PersonOutcome outcome) {
    return switch (outcome) {
      case PersonOutcome.Stored(User after, List<String> ignored) ->
          new AccountOutcome.Stored(accounts.account(after), ignored);
      case PersonOutcome.OwnedByScim(List<String> fields) -> new AccountOutcome.OwnedByScim(fields);
      case PersonOutcome.EmailTaken _ -> new AccountOutcome.EmailTaken();
      case PersonOutcome.Rejected(List<String> problems) -> new AccountOutcome.Rejected(problems);
      case PersonOutcome.NotFound _, PersonOutcome.Deleted _ -> new AccountOutcome.NotFound();
    };
  }

  /** Lets a user belong to teams made by hand; answers what is wrong with them. */
  private List<String> belongs(Caller caller, User user, String field, List<String> names) {
    if (names.size() > MAX_TEAMS) {
      return List.of("`" + field + "` must name at most " + MAX_TEAMS + " teams");
    }
    return switch (teams.setTeams(caller, user.id(), names)) {
      case UserTeamsOutcome.Stored _, UserTeamsOutcome.UserNotFound _ -> List.of();
      case UserTeamsOutcome.Refused(List<String> unknown, List<String> ofProviders) ->
          Stream.concat(
                  unknown.stream()
                      .map(team ->
                          "`%s` must not name team `%s`, which does not exist"
                              .formatted(field, team)),
                  ofProviders.stream()
                      .map(team ->
                          "`%s` must not name team `%s`, whose members the identity provider names"
                              .formatted(field, team)))
              .toList();
    };
  }

  /** Deletes a user. */
  AccountOutcome deleted(Caller caller, User user) {
    if (isThemselves(caller, user)) {
      return new AccountOutcome.OwnStatus();
    }
    Undo undo = new Undo();
    boolean wasAdmin = admins.isOne(user);
    if (!(people.delete(caller, user.id()) instanceof PersonOutcome.Deleted)) {
      return new AccountOutcome.NotFound();
    }
    return wasAdmin && !admins.hasAdmin(user.organizationId())
        ? undo.because(new AccountOutcome.LastAdmin())
        : new AccountOutcome.Deleted();
  }

  /** Awaits somebody; who is awaited already is awaited on the new terms. */
  @OneTransaction
  public AccountOutcome invite(Caller caller, AccountWish wish) {
    List<String> problems = new ArrayList<>();
    HandRole member = HandRole.of(PortRole.MEMBER.wireName());
    Optional<HandRole> role =
        wish.roles().isEmpty()
            ? Optional.of(member)
            : read(
                roles.read(caller.organizationId(), ROLES_INVITED, wish.roles(), member), problems);
    Invitation invitation =
        new Invitation(wish.email(), role.orElse(member), wish.connection(), wish.told());
    return invited(caller, invitation, TEAMS_INVITED, wish.teams(), problems);
  }

  /**
   * Awaits somebody, who belongs to these teams, or nothing of it.
   *
   * @param field what names the teams, for the words of a refusal
   */
  AccountOutcome invited(
      Caller caller,
      Invitation invitation,
      String field,
      List<String> handTeams,
      List<String> problems) {
    Undo undo = new Undo();
    return switch (people.invite(caller, invitation)) {
      case InvitationOutcome.Invited(User user) -> {
        List<String> all = new ArrayList<>(problems);
        all.addAll(belongs(caller, user, field, handTeams));
        yield all.isEmpty()
            ? new AccountOutcome.Invited(accounts.account(user))
            : undo.because(new AccountOutcome.Rejected(all));
      }
      case InvitationOutcome.AlreadyKnown _ -> new AccountOutcome.EmailTaken();
      case InvitationOutcome.ConnectionNotFound(String name) ->
          new AccountOutcome.ConnectionNotFound(name);
      case InvitationOutcome.Rejected(String problem) ->
          new AccountOutcome.Rejected(
              Stream.concat(Stream.of(problem), problems.stream()).toList());
    };
  }

  static Optional<HandRole> read(HandRoles.Reading reading, List<String> problems) {
    return switch (reading) {
      case HandRoles.Reading.Read(HandRole role) -> Optional.of(role);
      case HandRoles.Reading.Wrong(List<String> wrong) -> {
        problems.addAll(wrong);
        yield Optional.empty();
      }
    };
  }

  private static boolean isThemselves(Caller caller, User user) {
    return caller.actor() instanceof Actor.Person person && person.userId().equals(user.id());
  }
}
