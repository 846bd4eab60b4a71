package dev.portcullis.api;

import dev.portcullis.connection.Connection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The addresses that an administrator copies into the identity provider's forms.
 *
 * @param redirectUri of the OpenID Connect app
 * @param initiateLoginUri what a tile in the provider's dashboard opens (OIDC Core §4)
 * @param directUrl what a browser opens to sign in through this connection
 * @param scimBaseUrl of the SCIM app
 */
record ConnectionAddresses(
    String redirectUri, String initiateLoginUri, String directUrl, String scimBaseUrl) {

  /**
   * @param publicUrl of the organization's region, without a trailing slash
   */
  static ConnectionAddresses of(Connection connection, String publicUrl) {
    String login =
        connection
            .settings()
            .application()
            .map(application -> portLogin(publicUrl, application, connection.name()))
            .orElseGet(() -> publicUrl + "/authorize?connection=" + connection.id());
    return new ConnectionAddresses(
        publicUrl + "/login/callback", login, login, publicUrl + "/scim/v2");
  }

  /** Port's direct URL; the application's registered redirect URI completes it. */
  private static String portLogin(String publicUrl, String application, String connection) {
    return "%s/authorize?response_type=token&client_id=%s&connection=%s"
        .formatted(publicUrl, encoded(application), encoded(connection));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
