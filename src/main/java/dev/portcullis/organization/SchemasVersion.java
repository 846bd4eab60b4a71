package dev.portcullis.organization;

import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the changes of an organization's extension schemas, so that what is compiled from them can
 * be kept in memory and yet never be outdated: every request reads the number with its credential.
 */
@Component
public class SchemasVersion {

  private final JdbcClient jdbc;

  SchemasVersion(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The present number; 0 where no schema was ever declared. */
  @Transactional(propagation = Propagation.MANDATORY)
  public long of(UUID organizationId) {
    return jdbc.sql("select schemas_version from organizations where organization_id = ?")
        .param(organizationId)
        .query(Long.class)
        .single();
  }

  /**
   * Counts one change that was decided on by what stood there under {@code seen}.
   *
   * @throws OptimisticLockingFailureException if another change came first, which undoes this one
   *     and lets it be decided again
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void raise(UUID organizationId, long seen) {
    int raised =
        jdbc.sql(
                """
                update organizations set schemas_version = schemas_version + 1
                where organization_id = ? and schemas_version = ?
                """)
            .params(organizationId, seen)
            .update();
    if (raised == 0) {
      throw new OptimisticLockingFailureException("the schemas were changed meanwhile");
    }
  }
}
