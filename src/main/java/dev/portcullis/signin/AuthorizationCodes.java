package dev.portcullis.signin;

import dev.portcullis.organization.Secrets;
import org.springframework.stereotype.Component;

/** Gives applications codes instead of tokens, which browsers then never see (RFC 6749 §4.1). */
@Component
class AuthorizationCodes {

  private final AuthorizationCodeRows rows;

  AuthorizationCodes(AuthorizationCodeRows rows) {
    this.rows = rows;
  }

  /** A new code, which this application alone can redeem, once, with the challenge's verifier. */
  String issue(OpenSession session, Destination.Application to, String challenge) {
    String code = Secrets.next();
    rows.insert(Sha256.of(code), session, to, challenge);
    return code;
  }
}
