package dev.portcullis.access;

import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.directory.User;
import dev.portcullis.organization.OneTransaction;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers which role a person has at this moment; nothing is cached. */
@Component
public class EffectiveRoles {

  private final Memberships memberships;
  private final GroupRuleRows rules;

  EffectiveRoles(Memberships memberships, GroupRuleRows rules) {
    this.memberships = memberships;
    this.rules = rules;
  }

  /**
   * The role of a user, whether active or not.
   *
   * @throws IllegalArgumentException if the organization has no such user
   */
  @OneTransaction(readOnly = true)
  public EffectiveRole of(UUID organizationId, UUID userId) {
    SubjectOutcome subject = memberships.subject(organizationId, userId.toString());
    return switch (subject) {
      case SubjectOutcome.Found(User user, _) -> standing(user).effective();
      case SubjectOutcome.Unknown _, SubjectOutcome.Ambiguous _ ->
          throw new IllegalArgumentException("no such user");
    };
  }

  private Standing standing(User user) {
    return Standing.of(
        PortRole.named(user.roleByHand()).orElseThrow(),
        memberships.of(user.organizationId(), user.id()),
        rules.all(user.organizationId()));
  }
}
