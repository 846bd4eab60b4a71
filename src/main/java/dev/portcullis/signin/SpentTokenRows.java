package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of providers' tokens that count once. Only what a provider has signed gets into it, and
 * only until it would be refused as too old.
 */
@Component
class SpentTokenRows {

  private final JdbcClient jdbc;

  SpentTokenRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Spends a token, and forgets the connection's old ones; false if it was spent before. Of two
   * requests at once, one meets the other's row and is run again.
   *
   * @param providerSession the provider's session that the token ends, if it names one
   */
  boolean spend(
      Connection connection, String tokenId, Optional<String> providerSession, Instant forgetAt) {
    String hash = hash(tokenId);
    if (isSpent(connection, hash)) {
      return false;
    }
    jdbc.sql(
            """
            delete from spent_tokens
            where organization_id = ? and connection_id = ? and forget_at < clock_timestamp()
            """)
        .params(connection.organizationId(), connection.id())
        .update();
    jdbc.sql(
            """
            insert into spent_tokens
              (organization_id, connection_id, token_hash, provider_session, forget_at)
            values (?, ?, ?, ?, ?)
            """)
        .param(connection.organizationId())
        .param(connection.id())
        .param(hash)
        .param(providerSession.orElse(null))
        .param(Sql.timestamp(forgetAt))
        .update();
    return true;
  }

  private boolean isSpent(Connection connection, String hash) {
    return jdbc.sql(
                """
                select count(*) from spent_tokens
                where organization_id = ? and connection_id = ? and token_hash = ?
                """)
            .params(connection.organizationId(), connection.id(), hash)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Whether the provider has said lately that this session of its own is over. */
  boolean isOver(Connection connection, String providerSession) {
    return jdbc.sql(
                """
                select count(*) from spent_tokens
                where organization_id = ? and connection_id = ? and provider_session = ?
                """)
            .params(connection.organizationId(), connection.id(), providerSession)
            .query(Long.class)
            .single()
        > 0;
  }

  private static String hash(String tokenId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(tokenId.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
