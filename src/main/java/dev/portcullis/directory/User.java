package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A person of an organization.
 *
 * @param connectionId through which identity provider the person is known
 * @param userName unique in the connection without regard to case, kept as sent
 * @param externalId the identity provider's id of the person, equal to {@code sub} at a sign-in;
 *     case counts
 * @param scimManagedSince since when SCIM manages the person; empty for one known by sign-ins alone
 * @param roleByHand {@code Admin}, {@code Moderator} or {@code Member}, before group rules
 * @param credentialEpoch sessions and tokens of an older epoch are refused
 * @param version counts the changes of the person's own attributes
 */
public record User(
    UUID organizationId,
    UUID id,
    Optional<UUID> connectionId,
    UserStatus status,
    String userName,
    Optional<String> externalId,
    AttributeValues attributes,
    String roleByHand,
    long credentialEpoch,
    Optional<Instant> scimManagedSince,
    Optional<Instant> claimsNotBefore,
    long version,
    Instant createdAt,
    Instant updatedAt)
    implements DirectoryResource {

  /** Whether the person may sign in and is granted anything. */
  public boolean active() {
    return status == UserStatus.ACTIVE;
  }

  /** Whether SCIM manages the person's profile. */
  public boolean managedByScim() {
    return scimManagedSince.isPresent();
  }

  /** The e-mail address that stands for the person. */
  public Optional<String> email() {
    return attributes.primaryEmail();
  }

  /** What SCIM says of the person. */
  public UserProfile profile() {
    return new UserProfile(
        userName, externalId, Optional.of(status != UserStatus.DISABLED), attributes);
  }

  /** The same person with another profile. */
  User withProfile(UserProfile profile, UserStatus newStatus, Instant now) {
    return new User(
        organizationId,
        id,
        connectionId,
        newStatus,
        profile.userName(),
        profile.externalId(),
        profile.attributes(),
        roleByHand,
        credentialEpoch,
        scimManagedSince,
        claimsNotBefore,
        version + 1,
        createdAt,
        now);
  }

  User withUserName(String other) {
    UserProfile renamed = new UserProfile(other, externalId, Optional.empty(), attributes);
    return withProfile(renamed, status, updatedAt);
  }

  User withRoleByHand(String role) {
    return withStanding(role, credentialEpoch, scimManagedSince, claimsNotBefore);
  }

  User withScimManagedSince(Instant since) {
    return withStanding(roleByHand, credentialEpoch, Optional.of(since), claimsNotBefore);
  }

  User withClaimsNotBefore(Optional<Instant> moment) {
    return withStanding(roleByHand, credentialEpoch, scimManagedSince, moment);
  }

  /** Every session and token of the person is refused from now on. */
  User withCredentialsEnded() {
    return withStanding(roleByHand, credentialEpoch + 1, scimManagedSince, claimsNotBefore);
  }

  /**
   * Nothing that was granted to, said of or claimed by the former person counts. The next person's
   * own claims do, of whatever time.
   */
  User asAnotherPerson(Instant now) {
    return withStanding("Member", credentialEpoch + 1, Optional.of(now), Optional.empty());
  }

  /**
   * The same person through another connection, where nothing was said of them yet. Who was only
   * awaited may sign in there.
   */
  User movedTo(UUID otherConnection, String otherUserName, String otherExternalId, Instant now) {
    return new User(
        organizationId,
        id,
        Optional.of(otherConnection),
        connectionId.isPresent() ? status : UserStatus.ACTIVE,
        otherUserName,
        Optional.of(otherExternalId),
        attributes,
        roleByHand,
        credentialEpoch + 1,
        Optional.empty(),
        Optional.empty(),
        version + 1,
        createdAt,
        now);
  }

  /** Where an invited person stands once they have come through a connection. */
  User arrived(UUID connection, UserProfile profile, UserStatus newStatus, Instant now) {
    return new User(
        organizationId,
        id,
        Optional.of(connection),
        newStatus,
        profile.userName(),
        profile.externalId(),
        profile.attributes(),
        roleByHand,
        credentialEpoch,
        scimManagedSince,
        claimsNotBefore,
        version + 1,
        createdAt,
        now);
  }

  private User withStanding(
      String role, long epoch, Optional<Instant> managedSince, Optional<Instant> notBefore) {
    return new User(
        organizationId,
        id,
        connectionId,
        status,
        userName,
        externalId,
        attributes,
        role,
        epoch,
        managedSince,
        notBefore,
        version,
        createdAt,
        updatedAt);
  }

  /** The same person as SCIM describes them, managed by SCIM from now on. */
  User adopted(UserProfile profile, Instant now) {
    User user = withProfile(profile, profile.status(status), now);
    return user.managedByScim() ? user : user.withScimManagedSince(now);
  }

  /** The person as the audit trail keeps it. */
  Map<String, Object> described() {
    return Map.of(
        "userName", userName,
        "externalId", externalId.orElse(""),
        "status", status.name(),
        "roleByHand", roleByHand,
        "managedByScim", managedByScim(),
        "credentialEpoch", credentialEpoch,
        "attributes", attributes.asMap());
  }
}
