package dev.portcullis.signin;

import com.nimbusds.jose.JOSEObjectType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's signed token is for. Each kind has rules that no other meets (RFC 8725 §3.12),
 * for providers may leave the {@code typ} out, or say {@code JWT} whatever it is.
 */
enum TokenKind {
  /** Tells who signed in (OIDC Core §2). Only other kinds have {@code events}. */
  ID("this is not an ID token but another kind; send the `id_token` of the token response", false),

  /** Says that somebody signed out (OIDC Back-Channel Logout §2.4). */
  LOGOUT("this is not a logout token but another kind", true, "logout+jwt"),

  /**
   * Speaks for the provider itself where it revokes a person's tokens. That its audience is the
   * address of that one endpoint tells it from all others.
   */
  REVOCATION(
      "this is not a token for global token revocation but another kind",
      false,
      "global-token-revocation+jwt");

  private final String misuse;
  private final boolean ofEvents;
  private final List<String> types;

  TokenKind(String misuse, boolean ofEvents, String... types) {
    this.misuse = misuse;
    this.ofEvents = ofEvents;
    this.types = List.of(types);
  }

  /** Whether a header may have that {@code typ}. */
  boolean allows(@Nullable JOSEObjectType type) {
    return type == null
        || JOSEObjectType.JWT.equals(type)
        || types.contains(type.getType().toLowerCase(Locale.ROOT));
  }

  /** Whether a token of this kind has {@code events}. */
  boolean isOfEvents() {
    return ofEvents;
  }

  Refusal wrongType() {
    return new Refusal(ReasonCode.WRONG_TOKEN_TYPE, misuse);
  }
}
