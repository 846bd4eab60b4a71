package dev.portcullis.api;

import dev.portcullis.access.EffectiveRole;
import dev.portcullis.access.PersonAccount;
import dev.portcullis.access.PortRole;
import dev.portcullis.access.ServiceAccounts;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.PersonField;
import dev.portcullis.directory.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as Port's clients expect it, with what SCIM and the portal know beside.
 *
 * @param providers the name of the connection through which the person is known
 * @param teams their names
 * @param teamsIdentifiers their identifiers, in the same order
 * @param managedByScim whether the provider owns what {@link PersonField#isProviders} says
 */
record UserAccountRepresentation(
    String email,
    String firstName,
    String lastName,
    @Nullable String phoneNumber,
    @Nullable String picture,
    @Nullable String companyId,
    @Nullable String companyRole,
    boolean isInvisible,
    @Nullable String supportLevel,
    String status,
    UUID id,
    String type,
    List<String> providers,
    boolean managedByScim,
    @Nullable Instant scimUpdatedAt,
    Instant createdAt,
    Instant updatedAt,
    List<OrganizationReference> orgs,
    List<String> teams,
    List<String> teamsIdentifiers,
    List<RoleRepresentation> roles,
    List<MemberRepresentation> orgMembers,
    @Nullable Boolean termsAccepted) {

  /** Port's word for people, as opposed to service accounts. */
  static final String STANDARD = "Standard";

  record OrganizationReference(UUID id) {}

  record RoleRepresentation(String name) {}

  record MemberRepresentation(UUID orgId, String status, @Nullable Instant lastLoginAt) {}

  static UserAccountRepresentation of(
      PersonAccount account, Optional<String> connection, Optional<Instant> lastSignIn) {
    User user = account.user();
    return new UserAccountRepresentation(
        account.handle().or(user::email).orElse(user.userName()),
        text(user, PersonField.FIRST_NAME).orElse(""),
        text(user, PersonField.LAST_NAME).orElse(""),
        text(user, PersonField.PHONE_NUMBER).orElse(null),
        text(user, PersonField.PICTURE).orElse(null),
        text(user, PersonField.COMPANY_ID).orElse(null),
        text(user, PersonField.COMPANY_ROLE).orElse(null),
        flag(user, PersonField.INVISIBLE).orElse(false),
        text(user, PersonField.SUPPORT_LEVEL).orElse(null),
        user.status().name(),
        user.id(),
        user.isServiceAccount() ? ServiceAccounts.PORT_TYPE : STANDARD,
        connection.stream().toList(),
        user.managedByScim(),
        user.scimUpdatedAt().orElse(null),
        user.createdAt(),
        user.updatedAt(),
        List.of(new OrganizationReference(user.organizationId())),
        account.teams().stream().map(Belonging::shownName).toList(),
        account.teams().stream().map(Belonging::identifier).toList(),
        roles(account.role()).stream().map(RoleRepresentation::new).toList(),
        List.of(
            new MemberRepresentation(
                user.organizationId(), user.status().name(), lastSignIn.orElse(null))),
        flag(user, PersonField.TERMS_ACCEPTED).orElse(null));
  }

  private static Optional<String> text(User user, PersonField field) {
    return user.value(field).map(String.class::cast);
  }

  private static Optional<Boolean> flag(User user, PersonField field) {
    return user.value(field).map(Boolean.class::cast);
  }

  /** A Moderator has one role for each blueprint, and without any is no more than a Member. */
  private static List<String> roles(EffectiveRole role) {
    if (!role.role().equals(PortRole.MODERATOR.wireName())) {
      return List.of(role.role());
    }
    List<String> moderated =
        role.moderatedBlueprints().stream().map(blueprint -> blueprint + "-moderator").toList();
    return moderated.isEmpty() ? List.of(PortRole.MEMBER.wireName()) : moderated;
  }
}
