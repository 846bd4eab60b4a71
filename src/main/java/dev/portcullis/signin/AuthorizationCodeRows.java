package dev.portcullis.signin;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of codes, of which only hashes are kept. All times are the database's. */
@Component
class AuthorizationCodeRows {

  private final JdbcClient jdbc;

  AuthorizationCodeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(String codeHash, OpenSession session, Destination.Application to, String challenge) {
    sweep(session.organizationId());
    jdbc.sql(
            """
            insert into authorization_codes
              (organization_id, code_hash, client_id, redirect_uri, challenge, session_id,
               expires_at)
            values (?, ?, ?, ?, ?, ?, clock_timestamp() + cast(? as bigint) * interval '1' second)
            """)
        .params(
            session.organizationId(),
            codeHash,
            to.clientId(),
            to.redirectUri(),
            challenge,
            session.sessionId(),
            BrowserBounds.CODE_LIFETIME.toSeconds())
        .update();
  }

  /** Clears away what was for nothing; spent ones stay a while, for whoever tries them again. */
  private void sweep(UUID organizationId) {
    jdbc.sql(
            """
            delete from authorization_codes
            where organization_id = ? and expires_at < clock_timestamp() - interval '1' hour
            """)
        .param(organizationId)
        .update();
  }

  /** Spends a code that is all that the redemption says; of several at once, one does. */
  boolean spend(Redemption redemption) {
    return jdbc.sql(
                """
                update authorization_codes set spent_at = clock_timestamp()
                where organization_id = ? and code_hash = ? and client_id = ?
                  and redirect_uri = ? and challenge = ? and spent_at is null
                  and expires_at > clock_timestamp()
                """)
            .params(
                redemption.organizationId(),
                redemption.codeHash(),
                redemption.clientId(),
                redemption.redirectUri(),
                redemption.challenge())
            .update()
        > 0;
  }

  /** The session of a code that is all that the redemption says, and is spent. */
  Optional<UUID> sessionOfSpent(Redemption redemption) {
    return jdbc.sql(
            """
            select session_id from authorization_codes
            where organization_id = ? and code_hash = ? and client_id = ? and redirect_uri = ?
              and challenge = ? and spent_at is not null
            """)
        .params(
            redemption.organizationId(),
            redemption.codeHash(),
            redemption.clientId(),
            redemption.redirectUri(),
            redemption.challenge())
        .query(UUID.class)
        .optional();
  }

  /**
   * What an application proves when it redeems a code.
   *
   * @param challenge S256 of the verifier that it sent
   */
  record Redemption(
      UUID organizationId,
      String codeHash,
      String clientId,
      String redirectUri,
      String challenge) {}
}
