package dev.portcullis.access;

import dev.portcullis.directory.HandRole;
import dev.portcullis.directory.Invitation;
import dev.portcullis.directory.InvitationOutcome;
import dev.portcullis.directory.People;
import dev.portcullis.directory.PersonEdit;
import dev.portcullis.directory.PersonOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The doorway for Admins who change people: roles, teams, status and profile, all of it or nothing.
 * An organization that has an Admin keeps one.
 */
@Component
public class AccountEdits {

  private final PersonAccounts accounts;
  private final People people;
  private final HandRoles roles;
  private final HandTeams teams;
  private final Admins admins;

  AccountEdits(
      PersonAccounts accounts, People people, HandRoles roles, HandTeams teams, Admins admins) {
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
    List<String> wanted =
        edit.teams()
            .map(names -> teams.identifiers(user.organizationId(), "teams", names, problems))
            .orElse(List.of());
    if (!problems.isEmpty()) {
      return new AccountOutcome.Rejected(problems);
    }
    return stored(
        caller,
        user,
        new PersonEdit(edit.fields(), role, edit.status(), edit.teams().isPresent(), strict),
        edit.teams().map(_ -> wanted));
  }

  /**
   * Stores what was read already.
   *
   * @param handTeams their identifiers; those that the person has stay if it is empty
   */
  AccountOutcome stored(
      Caller caller, User user, PersonEdit edit, Optional<List<String>> handTeams) {
    if (isThemselves(caller, user)
        && edit.status().filter(status -> status != user.status()).isPresent()) {
      return new AccountOutcome.OwnStatus();
    }
    boolean wasAdmin = admins.isOne(user);
    AccountOutcome outcome =
        switch (people.edit(caller, user.id(), edit)) {
          case PersonOutcome.Stored(User after, List<String> ignored) -> {
            handTeams.ifPresent(identifiers -> teams.set(caller, after, identifiers));
            yield new AccountOutcome.Stored(accounts.account(after), ignored);
          }
          case PersonOutcome.OwnedByScim(List<String> fields) ->
              new AccountOutcome.OwnedByScim(fields);
          case PersonOutcome.EmailTaken _ -> new AccountOutcome.EmailTaken();
          case PersonOutcome.Rejected(List<String> problems) ->
              new AccountOutcome.Rejected(problems);
          case PersonOutcome.NotFound _, PersonOutcome.Deleted _ -> new AccountOutcome.NotFound();
        };
    boolean remains =
        outcome instanceof AccountOutcome.Stored(var account, _) && admins.isOne(account.user());
    return wasAdmin && !remains ? unlessLast(caller, outcome) : outcome;
  }

  /** Deletes whom an identifier means. */
  @OneTransaction
  public AccountOutcome delete(Caller caller, String identifier) {
    return accounts
        .user(caller.organizationId(), identifier)
        .map(user -> deleted(caller, user))
        .orElseGet(AccountOutcome.NotFound::new);
  }

  AccountOutcome deleted(Caller caller, User user) {
    if (isThemselves(caller, user)) {
      return new AccountOutcome.OwnStatus();
    }
    boolean wasAdmin = admins.isOne(user);
    AccountOutcome outcome =
        people.delete(caller, user.id()) instanceof PersonOutcome.Deleted
            ? new AccountOutcome.Deleted()
            : new AccountOutcome.NotFound();
    return wasAdmin ? unlessLast(caller, outcome) : outcome;
  }

  /** Whether there still is an Admin is seen after the change, which is undone if there is none. */
  private AccountOutcome unlessLast(Caller caller, AccountOutcome done) {
    boolean changed =
        done instanceof AccountOutcome.Stored || done instanceof AccountOutcome.Deleted;
    if (!changed || admins.hasAdmin(caller.organizationId())) {
      return done;
    }
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return new AccountOutcome.LastAdmin();
  }

  /** Awaits somebody; who is awaited already is awaited on the new terms. */
  @OneTransaction
  public AccountOutcome invite(Caller caller, AccountWish wish) {
    List<String> problems = new ArrayList<>();
    Optional<HandRole> role =
        wish.roles().isEmpty()
            ? Optional.of(HandRole.of(PortRole.MEMBER.wireName()))
            : read(
                roles.read(
                    caller.organizationId(),
                    "invitee.roles",
                    wish.roles(),
                    HandRole.of(PortRole.MEMBER.wireName())),
                problems);
    List<String> wanted =
        teams.identifiers(caller.organizationId(), "invitee.teams", wish.teams(), problems);
    if (!problems.isEmpty()) {
      return new AccountOutcome.Rejected(problems);
    }
    Invitation invitation =
        new Invitation(wish.email(), role.orElseThrow(), wish.connection(), wish.told());
    return invited(caller, invitation, Optional.of(wanted));
  }

  AccountOutcome invited(Caller caller, Invitation invitation, Optional<List<String>> handTeams) {
    return switch (people.invite(caller, invitation)) {
      case InvitationOutcome.Invited(User user) -> {
        handTeams.ifPresent(identifiers -> teams.set(caller, user, identifiers));
        yield new AccountOutcome.Invited(accounts.account(user));
      }
      case InvitationOutcome.AlreadyKnown _ -> new AccountOutcome.EmailTaken();
      case InvitationOutcome.ConnectionNotFound(String name) ->
          new AccountOutcome.ConnectionNotFound(name);
      case InvitationOutcome.Rejected(String problem) ->
          new AccountOutcome.Rejected(List.of(problem));
    };
  }

  private static Optional<HandRole> read(HandRoles.Reading reading, List<String> problems) {
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
