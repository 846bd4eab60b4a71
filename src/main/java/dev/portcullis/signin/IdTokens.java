package dev.portcullis.signin;

import com.nimbusds.jwt.SignedJWT;
import dev.portcullis.connection.Connection;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Verifies ID tokens as OIDC Core §3.1.3.7 asks, and is stricter where it leaves a choice: one
 * audience, asymmetric algorithms, and no key but those that the issuer publishes.
 */
@Component
class IdTokens {

  private final ProviderSignatures signatures;
  private final Clock clock;

  IdTokens(ProviderSignatures signatures, Clock clock) {
    this.signatures = signatures;
    this.clock = clock;
  }

  /** Examines a token that somebody claims to have got from the connection's provider. */
  IdTokenOutcome verify(Connection connection, String text) {
    try {
      return new IdTokenOutcome.Verified(verified(connection, text));
    } catch (Refusal refusal) {
      return new IdTokenOutcome.Refused(refusal.reason(), refusal.explanation());
    }
  }

  /**
   * Examines the token that the provider gave us for a code.
   *
   * @param nonce what the token must repeat
   * @param accessToken what came beside it, and what its {@code at_hash} must fit if it has one
   */
  IdToken verified(Connection connection, String text, String nonce, String accessToken)
      throws Refusal {
    IdToken token = verified(connection, text);
    new ClaimChecks(connection.settings(), token.claims()).nonce(nonce);
    AccessTokenHash.check(
        TokenForm.parsed(text, TokenKind.ID).getHeader().getAlgorithm(), token, accessToken);
    return token;
  }

  private IdToken verified(Connection connection, String text) throws Refusal {
    SignedJWT jwt = TokenForm.parsed(text, TokenKind.ID);
    Map<String, Object> claims = TokenForm.claims(jwt, TokenKind.ID);
    ClaimChecks checks = new ClaimChecks(connection.settings(), claims);
    // A token of another issuer must not make us ask ours for a key that it cannot have.
    checks.issuer();
    signatures.check(connection, jwt);
    return checks.verified(clock.instant());
  }
}
