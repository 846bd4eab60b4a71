package dev.portcullis.directory;

import dev.portcullis.connection.ClaimSettings;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ConnectionSettings;
import dev.portcullis.organization.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who brought a groups claim of late: as long as others do, the provider sends it, and whoever
 * brings none is in no group.
 */
@Component
class ClaimBringers {

  /** How many other people must have brought one. */
  static final int ENOUGH = 3;

  /** Within how long. */
  static final Duration RECENT = Duration.ofHours(24);

  private final JdbcClient jdbc;

  ClaimBringers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes down that somebody brought a claim. One statement. */
  void add(Connection connection, String subject, Instant now) {
    jdbc.sql(
            """
            merge into claim_bringers b
            using (
              select * from unnest(cast(:subjects as varchar array)) as s(subject)) s
            on b.organization_id = :organization and b.connection_id = :connection
              and b.subject = s.subject
            when matched then update set configuration = :configuration, brought_at = :now
            when not matched then
              insert (organization_id, connection_id, subject, configuration, brought_at)
              values (:organization, :connection, s.subject, :configuration, :now)
            """)
        .param("subjects", Sql.array("varchar", List.of(subject)))
        .param("organization", connection.organizationId())
        .param("connection", connection.id())
        .param("configuration", configuration(connection.settings()))
        .param("now", Sql.timestamp(now))
        .update();
  }

  /**
   * Why the lack of a claim may be a misconfiguration; empty where enough others brought one under
   * the present configuration.
   */
  Optional<String> doubt(Connection connection, String subject, Instant now) {
    long others =
        jdbc.sql(
                """
                select count(*) from claim_bringers
                where organization_id = ? and connection_id = ? and brought_at > ?
                  and configuration = ? and subject <> ?
                """)
            .params(
                connection.organizationId(),
                connection.id(),
                Sql.timestamp(now.minus(RECENT)),
                configuration(connection.settings()),
                subject)
            .query(Long.class)
            .single();
    return others >= ENOUGH
        ? Optional.empty()
        : Optional.of(
            "the claim's absence was not taken for no group: %d of the %d other people needed brought one within %d hours"
                .formatted(others, ENOUGH, RECENT.toHours()));
  }

  /** What of a connection decides whether and where its provider sends the claim. */
  private static String configuration(ConnectionSettings settings) {
    ClaimSettings claim = settings.claim();
    String text =
        String.join(
            "\n",
            settings.issuer(),
            settings.clientId(),
            claim.name(),
            claim.separator().orElse(""),
            String.join(" ", settings.scopes()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
