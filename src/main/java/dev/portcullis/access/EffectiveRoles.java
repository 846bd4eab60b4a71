package dev.portcullis.access;

import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.permission.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers which role a person has at this moment; nothing is cached. */
@Component
public class EffectiveRoles {

  private final Memberships memberships;
  private final AccessSubjects subjects;

  EffectiveRoles(Memberships memberships, AccessSubjects subjects) {
    this.memberships = memberships;
    this.subjects = subjects;
  }

  /**
   * The role of a user, whether active or not; empty if there is no such user, or none any more.
   */
  @OneTransaction(readOnly = true)
  public Optional<EffectiveRole> of(UUID organizationId, UUID userId) {
    return standing(organizationId, userId).map(Standing::effective);
  }

  /** The same with its grounds. */
  @OneTransaction(readOnly = true)
  public Optional<RoleAccount> account(UUID organizationId, UUID userId) {
    return standing(organizationId, userId).map(RoleAccount::of);
  }

  /** The same as the engine knows it. */
  @OneTransaction(readOnly = true)
  public Optional<Set<Role>> held(UUID organizationId, UUID userId) {
    return standing(organizationId, userId).map(Standing::roles);
  }

  private Optional<Standing> standing(UUID organizationId, UUID userId) {
    SubjectOutcome subject = memberships.subject(organizationId, userId.toString());
    return switch (subject) {
      case SubjectOutcome.Found(User user, _) -> Optional.of(subjects.of(user).standing());
      case SubjectOutcome.Unknown _, SubjectOutcome.Ambiguous _ -> Optional.empty();
    };
  }
}
