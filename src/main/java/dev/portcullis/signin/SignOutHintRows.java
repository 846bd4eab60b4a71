package dev.portcullis.signin;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of ID tokens that end their provider's sessions; each goes with its own session. */
@Component
class SignOutHintRows {

  private final JdbcClient jdbc;

  SignOutHintRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(OpenSession session, String sealedIdToken) {
    jdbc.sql(
            """
            insert into sign_out_hints (organization_id, session_id, sealed_id_token)
            values (?, ?, ?)
            """)
        .params(session.organizationId(), session.sessionId(), sealedIdToken)
        .update();
  }

  Optional<String> sealed(OpenSession session) {
    return jdbc.sql(
            """
            select sealed_id_token from sign_out_hints
            where organization_id = ? and session_id = ?
            """)
        .params(session.organizationId(), session.sessionId())
        .query(String.class)
        .optional();
  }
}
