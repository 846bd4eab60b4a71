package dev.portcullis.audit;

import dev.portcullis.organization.OneTransaction;
import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a lot of old records away in one transaction. */
@Component
class ClearingRows {

  /** Records of one transaction. */
  static final int LOT = 1_000;

  private final JdbcClient jdbc;

  ClearingRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<UUID> organizations() {
    return jdbc.sql("select organization_id from organizations order by organization_id")
        .query((row, _) -> row.getObject("organization_id", UUID.class))
        .list();
  }

  /** Answers how many there were, {@value #LOT} at most. */
  @OneTransaction
  public int clearRequests(UUID organizationId, Instant before) {
    return jdbc.sql(
            """
            delete from request_records
            where organization_id = :organization and record_id in (
              select r.record_id from request_records r
              where r.organization_id = :organization and r.at < :before
              order by r.at fetch first :lot rows only)
            """)
        .param("organization", organizationId)
        .param("before", Sql.timestamp(before))
        .param("lot", LOT)
        .update();
  }

  /** The same of sign-ins; when a person last came in stays known. */
  @OneTransaction
  public int clearSignIns(UUID organizationId, Instant before) {
    return jdbc.sql(
            """
            delete from sign_ins
            where organization_id = :organization and sign_in_id in (
              select s.sign_in_id from sign_ins s
              where s.organization_id = :organization and s.at < :before
                and (s.user_id is null or s.outcome <> :accepted or exists (
                  select 1 from sign_ins n
                  where n.organization_id = :organization and n.user_id = s.user_id
                    and n.outcome = :accepted and n.at > s.at))
              order by s.at fetch first :lot rows only)
            """)
        .param("organization", organizationId)
        .param("before", Sql.timestamp(before))
        .param("accepted", RecordedSignIn.ACCEPTED)
        .param("lot", LOT)
        .update();
  }
}
