package dev.portcullis.organization;

import java.util.Optional;
import java.util.UUID;

/** Who acts. It names the actor in the audit trail and carries no right of its own. */
public sealed interface Actor {

  /** A script or service with a client id and secret; role Admin in its organization. */
  record Client(String clientId, boolean operator) implements Actor {}

  /** An identity provider that pushes with a SCIM token of one connection. */
  record Provisioner(UUID connectionId, UUID scimTokenId) implements Actor {}

  /**
   * A person who signed in through a connection, by an access token.
   *
   * @param credentialEpoch the person's at that sign-in
   * @param sessionId the session that the token is of, with which it ends
   */
  record Person(UUID userId, UUID connectionId, long credentialEpoch, Optional<UUID> sessionId)
      implements Actor {

    /** Somebody who signed in and has no session. */
    public Person(UUID userId, UUID connectionId, long credentialEpoch) {
      this(userId, connectionId, credentialEpoch, Optional.empty());
    }
  }

  /** An identity provider that sent a signed token of its own, such as a logout token. */
  record IdentityProvider(UUID connectionId) implements Actor {}

  /** The server itself: its first start and its upkeep. */
  record Server() implements Actor {}

  /** The kind, as the audit trail stores it. */
  default String kind() {
    return switch (this) {
      case Client _ -> "api-client";
      case Provisioner _ -> "scim-token";
      case Person _ -> "user";
      case IdentityProvider _ -> "identity-provider";
      case Server _ -> "server";
    };
  }

  /** The identifier within its kind, as the audit trail stores it. */
  default String identifier() {
    return switch (this) {
      case Client client -> client.clientId();
      case Provisioner provisioner -> provisioner.scimTokenId().toString();
      case Person person -> person.userId().toString();
      case IdentityProvider provider -> provider.connectionId().toString();
      case Server _ -> "portcullis";
    };
  }
}
