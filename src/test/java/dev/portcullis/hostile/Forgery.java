package dev.portcullis.hostile;

import static dev.portcullis.hostile.HostileProvider.json;

import dev.portcullis.signin.ReasonCode;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A token that must not open the door, beside a twin that must.
 *
 * @param what for the test's name
 * @param hostile makes the token
 * @param twin makes one that differs in nothing but the lie
 * @param reason why the hostile one is refused
 */
record Forgery(String what, Forger hostile, Forger twin, ReasonCode reason) {

  /** Makes a token of the claims that a good one would have. */
  @FunctionalInterface
  interface Forger {
    String forge(Map<String, Object> claims);
  }

  /** Signed by somebody, with good claims. */
  static Forgery token(String what, Forger hostile, ReasonCode reason) {
    return new Forgery(what, hostile, Mint::signed, reason);
  }

  /** Well signed, with something done to the claims. */
  static Forgery claims(String what, Consumer<Map<String, Object>> change, ReasonCode reason) {
    return token(
        what,
        claims -> {
          change.accept(claims);
          return Mint.signed(claims);
        },
        reason);
  }

  /** Well signed, with another value of a claim. */
  static Forgery claim(String what, String name, @Nullable Object value, ReasonCode reason) {
    // The library would leave a null out; the JSON text has it.
    return value == null
        ? token(what, claims -> withNull(claims, name), reason)
        : claims(what, claims -> claims.put(name, value), reason);
  }

  /** Well signed, without a claim. */
  static Forgery without(String name, ReasonCode reason) {
    return claims("no `" + name + "`", claims -> claims.remove(name), reason);
  }

  private static String withNull(Map<String, Object> claims, String name) {
    claims.put(name, null);
    return Mint.signedText(json(Map.of("alg", "RS256", "kid", "key-1")), json(claims));
  }

  /** The same lie beside another twin. */
  Forgery beside(Forger otherTwin) {
    return new Forgery(what, hostile, otherTwin, reason);
  }
}
