package dev.portcullis.signin;

import java.util.Map;
import java.util.Optional;

/**
 * An application's address for people who have signed out, as it travels through the provider.
 *
 * @param until in milliseconds since 1970
 */
record SignOutReturn(String clientId, String uri, Optional<String> state, long until) {

  String location() {
    return state.map(text -> Addresses.with(uri, Map.of("state", text))).orElse(uri);
  }
}
