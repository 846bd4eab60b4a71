package dev.portcullis.signin;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of sign-ins that came back: each comes back once. */
@Component
class SpentStateRows {

  private final JdbcClient jdbc;

  SpentStateRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether this is the first time; of several at once, one is the first. */
  boolean spend(PendingSignIn pending) {
    sweep(pending);
    try {
      jdbc.sql(
              """
              insert into spent_states (organization_id, state_hash, spent_at)
              values (?, ?, clock_timestamp())
              """)
          .params(pending.organizationId(), Sha256.of(pending.state()))
          .update();
      return true;
    } catch (DuplicateKeyException spentBefore) {
      return false;
    }
  }

  /** A sign-in that is older than any may be needs no row to be refused. */
  private void sweep(PendingSignIn pending) {
    jdbc.sql(
            """
            delete from spent_states
            where organization_id = ?
              and spent_at < clock_timestamp() - cast(? as bigint) * interval '1' second
            """)
        .params(
            pending.organizationId(), BrowserBounds.SIGN_IN_LIFETIME.multipliedBy(2).toSeconds())
        .update();
  }
}
