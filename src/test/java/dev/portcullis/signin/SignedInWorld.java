package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.User;
import dev.portcullis.organization.AccessTokens;
import dev.portcullis.organization.Caller;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organization with one connection whose people sign in, without a browser. */
public final class SignedInWorld {

  public static final String TRACE = "0123456789abcdef0123456789abcdef";

  public final PortcullisServer server;
  public final Tenant tenant;
  public final TestConnection okta;
  public final SignInSessions sessions;

  public SignedInWorld(TestDatabase database) {
    this(database, "https://acme.okta.example", "");
  }

  /**
   * A world with a provider of its own.
   *
   * @param more further JSON members of the connection, each with a leading comma
   */
  public SignedInWorld(TestDatabase database, String issuer, String more) {
    this.server = PortcullisServer.on(database);
    this.tenant = server.tenant();
    this.okta = tenant.connection("okta", issuer, more);
    this.sessions = server.bean(SignInSessions.class);
  }

  public UUID organizationId() {
    return UUID.fromString(tenant.id());
  }

  public Connection connection() {
    return server.bean(Connections.class).named(organizationId(), okta.name()).orElseThrow();
  }

  /** Somebody whom SCIM pushed; the id. */
  public String pushed(String userName) {
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
    require(made, 201);
    return made.at("/id");
  }

  public Reply setActive(String userId, boolean active) {
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
  public User user(String userId) {
    return server.bean(Directory.class).user(connection(), UUID.fromString(userId)).orElseThrow();
  }

  public NewSession asked(String userId) {
    return new NewSession(user(userId), connection(), Optional.empty(), Instant.now());
  }

  public OpenSession signedIn(String userId) {
    return sessions.open(asked(userId)).orElseThrow();
  }

  /** The same with the provider's own session. */
  public OpenSession signedIn(String userId, String providerSession) {
    return sessions
        .open(
            new NewSession(user(userId), connection(), Optional.of(providerSession), Instant.now()))
        .orElseThrow();
  }

  /** Whoever has the access token of that session. */
  public HttpCaller caller(OpenSession session) {
    return server.anybody().with("Authorization", "Bearer " + token(session));
  }

  /** Makes somebody an Admin, by a group that a group rule names. */
  public void makeAdmin(String userId) {
    makeAdmin(userId, "admins");
  }

  /** Makes somebody an Admin by a group and a rule of that name. */
  public void makeAdmin(String userId, String group) {
    require(
        tenant
            .admin()
            .post(
                "/v1/group-rules",
                """
                {"identifier":"%s","title":"Admins","connections":["okta"],
                 "groups":{"type":"EQUALS","value":"%s"},"grant":{"role":"Admin"}}
                """
                    .formatted(group, group)),
        201);
    pushedGroup(group, userId);
  }

  public void pushedGroup(String name, String member) {
    require(
        okta.scim()
            .post(
                "/scim/v2/Groups",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s",
                 "members":[{"value":"%s"}]}
                """
                    .formatted(name, member)),
        201);
  }

  public static void require(Reply reply, int status) {
    if (reply.status() != status) {
      throw new AssertionError("expected " + status + ", got " + reply.status() + reply.text());
    }
  }

  /** What the audit trail has of one kind of thing, as action and identifier, oldest first. */
  public List<String> audited(String resourceType) {
    return server
        .bean(JdbcClient.class)
        .sql(
            """
            select action, resource_id, actor_kind from audit_entries
            where organization_id = ? and resource_type = ? order by entry_id
            """)
        .params(organizationId(), resourceType)
        .query((row, _) ->
            row.getString("action")
                + " "
                + row.getString("resource_id")
                + " by "
                + row.getString("actor_kind"))
        .list();
  }

  public boolean stands(OpenSession session) {
    return sessions.live(session.organizationId(), session.sessionId()).isPresent();
  }

  public String token(OpenSession session) {
    return server.bean(AccessTokens.class).issue(session.organizationId(), session.person());
  }

  public Optional<Caller> caller(String token) {
    return server.bean(AccessTokens.class).caller(token, TRACE);
  }

  /** Lets time pass for one session: it started, and was last seen, that much earlier. */
  public void age(OpenSession session, Duration sinceStart, Duration sinceSeen) {
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

  /** Lets time pass for the providers' tokens that were spent. */
  public void ageSpentTokens(Duration time) {
    server
        .bean(JdbcClient.class)
        .sql(
            """
            update spent_tokens set
              forget_at = forget_at - cast(? as bigint) * interval '1' second
            where organization_id = ?
            """)
        .params(time.toSeconds(), organizationId())
        .update();
  }

  public long spentTokens() {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from spent_tokens where organization_id = ?")
        .param(organizationId())
        .query(Long.class)
        .single();
  }

  public long rows() {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from sign_in_sessions where organization_id = ?")
        .param(organizationId())
        .query(Long.class)
        .single();
  }
}
