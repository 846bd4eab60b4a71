package dev.portcullis.access;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The doorway to organizations' guards against mass changes. */
@Component
public class ChangeGuards {

  private final JdbcClient jdbc;
  private final AuditTrail audit;

  ChangeGuards(JdbcClient jdbc, AuditTrail audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** The guard in force. */
  @OneTransaction(readOnly = true)
  public ChangeGuard of(UUID organizationId) {
    return jdbc.sql(
            """
            select enabled, share_percent, fewest_people from change_guards
            where organization_id = ?
            """)
        .param(organizationId)
        .query((row, _) ->
            new ChangeGuard(
                row.getBoolean("enabled"),
                row.getInt("share_percent"),
                row.getInt("fewest_people")))
        .optional()
        .orElse(ChangeGuard.DEFAULT);
  }

  /**
   * Sets the caller's organization's guard.
   *
   * @return what is wrong with it; empty if it is in force
   */
  @OneTransaction
  public List<String> set(Caller caller, ChangeGuard guard) {
    List<String> problems = guard.problems();
    ChangeGuard before = of(caller.organizationId());
    if (problems.isEmpty() && !guard.equals(before)) {
      store(caller.organizationId(), guard);
      audit.record(
          caller,
          AuditEntry.updated(
              "change-guard", caller.organizationId().toString(), before.told(), guard.told()));
    }
    return problems;
  }

  private void store(UUID organizationId, ChangeGuard guard) {
    int updated =
        jdbc.sql(
                """
                update change_guards set enabled = ?, share_percent = ?, fewest_people = ?
                where organization_id = ?
                """)
            .params(guard.enabled(), guard.sharePercent(), guard.fewestPeople(), organizationId)
            .update();
    if (updated == 0) {
      jdbc.sql(
              """
              insert into change_guards (organization_id, enabled, share_percent, fewest_people)
              values (?, ?, ?, ?)
              """)
          .params(organizationId, guard.enabled(), guard.sharePercent(), guard.fewestPeople())
          .update();
    }
  }
}
