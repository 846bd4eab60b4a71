package dev.portcullis.api;

import dev.portcullis.access.EffectiveRole;
import dev.portcullis.access.PersonAccount;
import dev.portcullis.access.PortRole;
import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as Port's clients expect it.
 *
 * @param picture there are none here
 * @param providers the name of the connection through which the person is known
 * @param teams their names
 * @param teamsIdentifiers their identifiers, in the same order
 * @param termsAccepted there are no terms here
 */
record UserAccountRepresentation(
    String email,
    String firstName,
    String lastName,
    @Nullable String picture,
    String status,
    UUID id,
    String type,
    List<String> providers,
    Instant createdAt,
    Instant updatedAt,
    List<OrganizationReference> orgs,
    List<String> teams,
    List<String> teamsIdentifiers,
    List<RoleRepresentation> roles,
    List<MemberRepresentation> orgMembers,
    @Nullable Boolean termsAccepted) {

  /** Port's word for people, as opposed to service accounts. */
  private static final String STANDARD = "Standard";

  record OrganizationReference(UUID id) {}

  record RoleRepresentation(String name) {}

  record MemberRepresentation(UUID orgId, String status, @Nullable Instant lastLoginAt) {}

  static UserAccountRepresentation of(
      PersonAccount account, Optional<String> connection, Optional<Instant> lastSignIn) {
    User user = account.user();
    AttributeValues attributes = user.attributes();
    return new UserAccountRepresentation(
        account.handle().or(user::email).orElse(user.userName()),
        attributes.text("name", "givenName").orElse(""),
        attributes.text("name", "familyName").orElse(""),
        null,
        user.status().name(),
        user.id(),
        STANDARD,
        connection.stream().toList(),
        user.createdAt(),
        user.updatedAt(),
        List.of(new OrganizationReference(user.organizationId())),
        account.teams().stream().map(Belonging::shownName).toList(),
        account.teams().stream().map(Belonging::identifier).toList(),
        roles(account.role()).stream().map(RoleRepresentation::new).toList(),
        List.of(
            new MemberRepresentation(
                user.organizationId(), user.status().name(), lastSignIn.orElse(null))),
        null);
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
