package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param scimUpdatedAt when SCIM last changed the person; empty unless SCIM manages them
 * @param handProfile what Admins say of the person beside the role
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
    Instant updatedAt,
    Optional<Instant> scimUpdatedAt,
    HandProfile handProfile)
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

  /** Whether the user is no person, but acts by credentials of its own. */
  public boolean isServiceAccount() {
    return connectionId.isEmpty() && ServiceAccountUsers.isOfServiceAccount(userName);
  }

  /** The value of a field as Port's clients know it, if it has one. */
  public Optional<Object> value(PersonField field) {
    return PersonAttributes.value(this, field);
  }

  /** What people call the person: first and last name, or what comes closest. */
  public String fullName() {
    String names =
        Stream.of(attributes.text("name", "givenName"), attributes.text("name", "familyName"))
            .flatMap(Optional::stream)
            .filter(name -> !name.isBlank())
            .collect(Collectors.joining(" "));
    return Stream.of(
            Optional.of(names),
            attributes.text("name", "formatted"),
            attributes.text("displayName"))
        .flatMap(Optional::stream)
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElse(userName);
  }

  /** The role that an Admin gave. */
  public HandRole handRole() {
    return new HandRole(roleByHand, handProfile.moderatedBlueprints());
  }

  /** What SCIM says of the person. */
  public UserProfile profile() {
    return new UserProfile(
        userName, externalId, Optional.of(status != UserStatus.DISABLED), attributes);
  }

  /** The same person with what the edit changes; a new field of users is copied there alone. */
  private User with(Consumer<UserCopy> edit) {
    UserCopy copy = new UserCopy(this);
    edit.accept(copy);
    return copy.user();
  }

  /** The same person with another profile. */
  User withProfile(UserProfile profile, UserStatus newStatus, Instant now) {
    return with(copy -> {
      copy.describe(profile);
      copy.status = newStatus;
      copy.version++;
      copy.updatedAt = now;
    });
  }

  User withAttributes(AttributeValues other) {
    UserProfile profile = new UserProfile(userName, externalId, Optional.empty(), other);
    return withProfile(profile, status, updatedAt);
  }

  User withStatus(UserStatus other) {
    return withProfile(profile(), other, updatedAt);
  }

  /** One change of the former one, however many steps it took. */
  User countedAsChangeOf(User before, Instant now) {
    boolean sameProfile = profile().equals(before.profile()) && status == before.status();
    return with(copy -> {
      copy.version = before.version() + (sameProfile ? 0 : 1);
      copy.updatedAt = now;
    });
  }

  User withUserName(String other) {
    UserProfile renamed = new UserProfile(other, externalId, Optional.empty(), attributes);
    return withProfile(renamed, status, updatedAt);
  }

  /** A role that needs no blueprints. */
  User withRoleByHand(String role) {
    return withRoleByHand(HandRole.of(role));
  }

  User withRoleByHand(HandRole role) {
    return with(copy -> {
      copy.roleByHand = role.role();
      copy.handProfile = handProfile.moderating(role.moderatedBlueprints());
    });
  }

  User withScimManagedSince(Instant since) {
    return with(copy -> {
      copy.scimManagedSince = Optional.of(since);
      copy.scimUpdatedAt = Optional.of(since);
    });
  }

  User withHandProfile(HandProfile other) {
    return with(copy -> copy.handProfile = other);
  }

  User withClaimsNotBefore(Optional<Instant> moment) {
    return with(copy -> copy.claimsNotBefore = moment);
  }

  /** Every session and token of the person is refused from now on. */
  User withCredentialsEnded() {
    return with(copy -> copy.credentialEpoch++);
  }

  /**
   * Nothing that was granted to, said of or claimed by the former person counts. The next person's
   * own claims do, of whatever time.
   */
  User asAnotherPerson(Instant now) {
    return with(copy -> {
      copy.roleByHand = "Member";
      copy.credentialEpoch++;
      copy.scimManagedSince = Optional.of(now);
      copy.claimsNotBefore = Optional.empty();
      copy.handProfile = HandProfile.NONE;
    });
  }

  /**
   * The same person through another connection, where nothing was said of them yet. Who was only
   * awaited may sign in there.
   */
  User movedTo(UUID otherConnection, String otherUserName, String otherExternalId, Instant now) {
    return with(copy -> {
      copy.connectionId = Optional.of(otherConnection);
      copy.status = connectionId.isPresent() ? status : UserStatus.ACTIVE;
      copy.userName = otherUserName;
      copy.externalId = Optional.of(otherExternalId);
      copy.credentialEpoch++;
      copy.scimManagedSince = Optional.empty();
      copy.claimsNotBefore = Optional.empty();
      copy.version++;
      copy.updatedAt = now;
      copy.scimUpdatedAt = Optional.empty();
    });
  }

  /** Where an invited person stands once they have come through a connection. */
  User arrived(UUID connection, UserProfile profile, UserStatus newStatus, Instant now) {
    return withProfile(profile, newStatus, now)
        .with(copy -> copy.connectionId = Optional.of(connection));
  }

  /** The same person as SCIM describes them, managed by SCIM from now on. */
  User adopted(UserProfile profile, Instant now) {
    User user =
        withProfile(profile, profile.status(status), now)
            .withHandProfile(handProfile.withDisabledByHand(false));
    return user.managedByScim()
        ? user.with(copy -> copy.scimUpdatedAt = Optional.of(now))
        : user.withScimManagedSince(now);
  }

  /** The person as the audit trail keeps it. */
  Map<String, Object> described() {
    return Map.of(
        "userName", userName,
        "externalId", externalId.orElse(""),
        "status", status.name(),
        "roleByHand", roleByHand,
        "byHand", handProfile.told(),
        "managedByScim", managedByScim(),
        "credentialEpoch", credentialEpoch,
        "attributes", attributes.asMap());
  }
}
