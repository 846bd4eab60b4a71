package dev.portcullis.api;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.PortalApplication;
import dev.portcullis.signin.Logouts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The addresses that an administrator copies into the identity provider's forms.
 *
 * @param redirectUri of the OpenID Connect app
 * @param initiateLoginUri what a tile in the provider's dashboard opens (OIDC Core §4)
 * @param directUrl what a browser opens to sign in through this connection
 * @param scimBaseUrl of the SCIM app
 * @param backChannelLogoutUri where the provider sends logout tokens
 * @param globalTokenRevocationUri where Okta's Universal Logout calls
 */
record ConnectionAddresses(
    String redirectUri,
    String initiateLoginUri,
    String directUrl,
    String scimBaseUrl,
    String backChannelLogoutUri,
    String globalTokenRevocationUri) {

  /**
   * @param application the one that the connection names, if it does
   * @param publicUrl of the organization's region, without a trailing slash
   */
  static ConnectionAddresses of(
      Connection connection, Optional<PortalApplication> application, String publicUrl) {
    String login =
        application
            .map(portal -> portLogin(publicUrl, connection, portal))
            .orElseGet(() -> publicUrl + "/authorize?connection=" + connection.id());
    return new ConnectionAddresses(
        publicUrl + "/login/callback",
        login,
        login,
        publicUrl + "/scim/v2",
        publicUrl + Logouts.BACK_CHANNEL + connection.id(),
        publicUrl + Logouts.REVOCATION + connection.id());
  }

  /** Port's direct URL, which ends at the first of the application's redirect URIs. */
  private static String portLogin(
      String publicUrl, Connection connection, PortalApplication application) {
    return "%s/authorize?response_type=token&client_id=%s&connection=%s&redirect_uri=%s"
        .formatted(
            publicUrl,
            encoded(application.clientId()),
            encoded(connection.name()),
            encoded(application.settings().redirectUris().getFirst()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
