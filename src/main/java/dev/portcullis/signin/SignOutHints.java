package dev.portcullis.signin;

import dev.portcullis.organization.MasterKey;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Keeps, sealed, what shows a provider whose session is to end ({@code id_token_hint}, OIDC
 * RP-Initiated Logout §2): Okta signs nobody out without it.
 */
@Component
class SignOutHints {

  /** It travels in an address, of which providers take some 8 KiB. */
  static final int MAX_LENGTH = 6_000;

  private static final String PURPOSE = "sign-out hint ";

  private final SignOutHintRows rows;
  private final MasterKey masterKey;

  SignOutHints(SignOutHintRows rows, MasterKey masterKey) {
    this.rows = rows;
    this.masterKey = masterKey;
  }

  void keep(OpenSession session, String idToken) {
    if (idToken.length() > MAX_LENGTH) {
      return;
    }
    try {
      rows.insert(session, masterKey.seal(PURPOSE + session.sessionId(), idToken));
    } catch (DataIntegrityViolationException endedMeanwhile) {
      // Then there is nothing to sign out of.
    }
  }

  Optional<String> of(OpenSession session) {
    return rows.sealed(session)
        .flatMap(sealed -> masterKey.opened(PURPOSE + session.sessionId(), sealed));
  }
}
