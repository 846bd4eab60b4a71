package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A user in the making: all that another one has, to be changed before it is made. */
final class UserCopy {

  private final UUID organizationId;
  private final UUID id;
  private final Instant createdAt;

  Optional<UUID> connectionId;
  UserStatus status;
  String userName;
  Optional<String> externalId;
  AttributeValues attributes;
  String roleByHand;
  long credentialEpoch;
  Optional<Instant> scimManagedSince;
  Optional<Instant> claimsNotBefore;
  long version;
  Instant updatedAt;
  Optional<Instant> scimUpdatedAt;
  HandProfile handProfile;

  UserCopy(User user) {
    organizationId = user.organizationId();
    id = user.id();
    createdAt = user.createdAt();
    connectionId = user.connectionId();
    status = user.status();
    userName = user.userName();
    externalId = user.externalId();
    attributes = user.attributes();
    roleByHand = user.roleByHand();
    credentialEpoch = user.credentialEpoch();
    scimManagedSince = user.scimManagedSince();
    claimsNotBefore = user.claimsNotBefore();
    version = user.version();
    updatedAt = user.updatedAt();
    scimUpdatedAt = user.scimUpdatedAt();
    handProfile = user.handProfile();
  }

  /** Takes over what a profile says of a person, but for whether they are active. */
  void describe(UserProfile profile) {
    userName = profile.userName();
    externalId = profile.externalId();
    attributes = profile.attributes();
  }

  User user() {
    return new User(
        organizationId,
        id,
        connectionId,
        status,
        userName,
        externalId,
        attributes,
        roleByHand,
        credentialEpoch,
        scimManagedSince,
        claimsNotBefore,
        version,
        createdAt,
        updatedAt,
        scimUpdatedAt,
        handProfile);
  }
}
