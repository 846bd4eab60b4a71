package dev.portcullis.access;

import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.OneTransaction;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The doorway for those who look somebody up, by an id, an e-mail or a unique user name. */
@Component
public class PersonAccounts {

  private final Memberships memberships;
  private final AccessSubjects subjects;

  PersonAccounts(Memberships memberships, AccessSubjects subjects) {
    this.memberships = memberships;
    this.subjects = subjects;
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

  private static PersonAccount account(AccessSubject subject) {
    return new PersonAccount(
        subject.user(), subject.handle(), subject.standing().effective(), subject.belongings());
  }
}
