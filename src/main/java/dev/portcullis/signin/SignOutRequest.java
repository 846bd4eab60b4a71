package dev.portcullis.signin;

import java.util.Optional;

/**
 * Somebody signs out (OIDC RP-Initiated Logout §2).
 *
 * @param session who is signed in in that browser, if anybody
 * @param clientId of the application that sends them
 * @param returnTo one of its {@code postLogoutRedirectUris}
 * @param state what it wants back unchanged
 */
public record SignOutRequest(
    Optional<OpenSession> session,
    Optional<String> clientId,
    Optional<String> returnTo,
    Optional<String> state) {}
