package dev.portcullis.access;

import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.OneTransaction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The doorway for those who look somebody up, by an id, an e-mail or a unique user name. */
@Component
public class PersonAccounts {

  private final Memberships memberships;

  /** The most people in one list, which has no pages (Port's contract). */
  private static final int MAX_PEOPLE = 100_000;

  private final AccessSubjects subjects;
  private final GroupRuleRows rules;

  PersonAccounts(Memberships memberships, AccessSubjects subjects, GroupRuleRows rules) {
    this.memberships = memberships;
    this.subjects = subjects;
    this.rules = rules;
  }

  /** Whom an identifier means, with what the portal shows of them. */
  @OneTransaction(readOnly = true)
  public Optional<PersonAccount> of(UUID organizationId, String identifier) {
    return user(organizationId, identifier).map(subjects::of).map(PersonAccounts::account);
  }

  /** Whom an identifier means. */
  @OneTransaction(readOnly = true)
  public Optional<User> user(UUID organizationId, String identifier) {
    return switch (memberships.subject(organizationId, identifier)) {
      case SubjectOutcome.Found(User user, _) -> Optional.of(user);
      case SubjectOutcome.Unknown _, SubjectOutcome.Ambiguous _ -> Optional.empty();
    };
  }

  /** Everybody who is known by an e-mail, in the order of those. */
  @OneTransaction(readOnly = true)
  public List<PersonAccount> all(UUID organizationId) {
    List<GroupRule> known = rules.all(organizationId);
    return memberships.people(organizationId, MAX_PEOPLE).stream()
        .filter(person -> person.handle().isPresent())
        .sorted(Comparator.comparing(person -> person.handle().orElseThrow()))
        .map(person ->
            new PersonAccount(
                person.user(),
                person.handle(),
                Standing.of(person.user(), person.belongings(), known).effective(),
                person.belongings()))
        .toList();
  }

  /** What the portal shows of a user. */
  PersonAccount account(User user) {
    return account(subjects.of(user));
  }

  private static PersonAccount account(AccessSubject subject) {
    return new PersonAccount(
        subject.user(), subject.handle(), subject.standing().effective(), subject.belongings());
  }
}
