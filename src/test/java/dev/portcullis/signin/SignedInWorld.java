package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.User;
import dev.portcullis.organization.AccessTokens;
import dev.portcullis.organization.Caller;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organization with one connection whose people sign in, without a browser. */
final class SignedInWorld {

  static final String TRACE = "0123456789abcdef0123456789abcdef";

  final PortcullisServer server;
  final Tenant tenant;
  final TestConnection okta;
  final SignInSessions sessions;

  SignedInWorld(TestDatabase database) {
    this(database, "");
  }

  SignedInWorld(TestDatabase database, String more) {
    this.server = PortcullisServer.on(database);
    this.tenant = server.tenant();
    this.okta = tenant.connection("okta", "https://acme.okta.example", more);
    this.sessions = server.bean(SignInSessions.class);
  }

  UUID organizationId() {
    return UUID.fromString(tenant.id());
  }

  Connection connection() {
    return server.bean(Connections.class).named(organizationId(), okta.name()).orElseThrow();
  }

  /** Somebody whom SCIM pushed; the id. */
  String pushed(String userName) {
    Reply made =
        okta.scim()
            .post(
                "/scim/v2/Users",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s",
                 "externalId":"00u-%s","active":true,
                 "emails":[{"value":"%s@acme.test","primary":true}]}
                """
                    .formatted(userName, userName, userName));
    if (made.status() != 201) {
      throw new AssertionError(made.text());
    }
    return made.at("/id");
  }

  Reply setActive(String userId, boolean active) {
    return okta.scim()
        .patch(
            "/scim/v2/Users/" + userId,
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","value":{"active":%s}}]}
            """
                .formatted(active));
  }

  /** The user as a sign-in's transaction would answer them now. */
  User user(String userId) {
    return server
        .bean(Directory.class)
        .user(connection(), UUID.fromString(userId))
        .orElseThrow();
  }

  NewSession asked(String userId) {
    return new NewSession(user(userId), connection(), Optional.empty(), Instant.now());
  }

  OpenSession signedIn(String userId) {
    return sessions.open(asked(userId)).orElseThrow();
  }

  boolean stands(OpenSession session) {
    return sessions.live(session.organizationId(), session.sessionId()).isPresent();
  }

  String token(OpenSession session) {
    return server.bean(AccessTokens.class).issue(session.organizationId(), session.person());
  }

  Optional<Caller> caller(String token) {
    return server.bean(AccessTokens.class).caller(token, TRACE);
  }

  /** Lets time pass for one session: it started, and was last seen, that much earlier. */
  void age(OpenSession session, Duration sinceStart, Duration sinceSeen) {
    server
        .bean(JdbcClient.class)
        .sql(
            """
            update sign_in_sessions set
              started_at = started_at - cast(? as bigint) * interval '1' second,
              seen_at = seen_at - cast(? as bigint) * interval '1' second
            where organization_id = ? and session_id = ?
            """)
        .params(
            sinceStart.toSeconds(),
            sinceSeen.toSeconds(),
            session.organizationId(),
            session.sessionId())
        .update();
  }

  long rows() {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from sign_in_sessions where organization_id = ?")
        .param(organizationId())
        .query(Long.class)
        .single();
  }
}
