package dev.portcullis.organization;

import java.util.Optional;
import java.util.UUID;

/** Who acts. It names the actor in the audit trail and carries no right of its own. */
public sealed interface Actor {

  /**
   * A script or service with a client id and secret; role Admin in its organization, within its
   * scopes.
   */
  record Client(String clientId, boolean operator, Scopes scopes) implements Actor {

    /** One that is not limited. */
    public Client(String clientId, boolean operator) {
      this(clientId, operator, Scopes.ALL);
    }
  }

  /** An identity provider that pushes with a SCIM token of one connection. */
  record Provisioner(UUID connectionId, UUID scimTokenId) implements Actor {}

  /**
   * A person who signed in through a connection, by an access token; or a user who acts by
   * credentials of their own, such as a service account.
   *
   * @param connectionId {@link Person#NO_CONNECTION} for a user who has none
   * @param credentialEpoch the person's at that sign-in
   * @param sessionId the session that the token is of, with which it ends
   */
  record Person(UUID userId, UUID connectionId, long credentialEpoch, Optional<UUID> sessionId)
      implements Actor {

    /** Of a user whom no identity provider knows, such as a service account. */
    public static final UUID NO_CONNECTION = new UUID(0, 0);

    /** Somebody who signed in and has no session. */
    public Person(UUID userId, UUID connectionId, long credentialEpoch) {
      this(userId, connectionId, credentialEpoch, Optional.empty());
    }

    /** Whether no identity provider knows the user, as none knows a service account. */
    public boolean isWithoutConnection() {
      return connectionId.equals(NO_CONNECTION);
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
