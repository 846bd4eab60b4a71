package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ConnectionSettings;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A connection in a reply: its settings without the secret, and the addresses that belong into the
 * identity provider's forms.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConnectionRepresentation(
    UUID id,
    String name,
    String issuer,
    String clientId,
    boolean hasClientSecret,
    String groupsClaim,
    GroupFilterRepresentation groupFilter,
    String dialect,
    String provisioning,
    List<String> scopes,
    @Nullable String application,
    String absentClaim,
    @Nullable String claimSeparator,
    boolean claimCovers,
    boolean enabled,
    String sessionIdle,
    String sessionMax,
    String redirectUri,
    String initiateLoginUri,
    String directUrl,
    String scimBaseUrl,
    String backChannelLogoutUri,
    String globalTokenRevocationUri,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  static ConnectionRepresentation of(Connection connection, ConnectionAddresses addresses) {
    ConnectionSettings settings = connection.settings();
    return new ConnectionRepresentation(
        connection.id(),
        settings.name(),
        settings.issuer(),
        settings.clientId(),
        connection.hasClientSecret(),
        settings.claim().name(),
        GroupFilterRepresentation.of(settings.claim().filter()),
        ConnectionFields.wireName(settings.dialect()),
        settings.provisioning().wireName(),
        settings.scopes(),
        settings.application().orElse(null),
        settings.claim().absent().name(),
        settings.claim().separator().orElse(null),
        settings.claim().covers(),
        settings.enabled(),
        Durations.inDays(settings.sessionIdle()),
        Durations.inDays(settings.sessionMax()),
        addresses.redirectUri(),
        addresses.initiateLoginUri(),
        addresses.directUrl(),
        addresses.scimBaseUrl(),
        addresses.backChannelLogoutUri(),
        addresses.globalTokenRevocationUri(),
        connection.version(),
        connection.createdAt(),
        connection.updatedAt());
  }
}
