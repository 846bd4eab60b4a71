package dev.portcullis.signin;

import java.util.Optional;

/** Where a sign-in ends, well or badly. */
sealed interface Destination {

  /**
   * Our own page at the root.
   *
   * @param publicUrl of the organization's region, without a slash at the end
   */
  record Home(String publicUrl) implements Destination {}

  /**
   * A place that an application has registered.
   *
   * @param challenge of the code that it wants (RFC 7636); without one it gets the token itself
   * @param state what it wants back unchanged
   */
  record Application(
      String clientId, String redirectUri, Optional<String> challenge, Optional<String> state)
      implements Destination {

    Application wantingCode(String s256Challenge) {
      return new Application(clientId, redirectUri, Optional.of(s256Challenge), state);
    }

    Application endingAt(String registeredUri) {
      return new Application(clientId, registeredUri, challenge, state);
    }
  }
}
