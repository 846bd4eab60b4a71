package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.signin.SignInOutcome;
import dev.portcullis.signin.SignIns;
import dev.portcullis.signin.TokenOrigin;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A company with an Okta of its own, which pushes over SCIM and signs people in. */
final class Company {

  private static final OpenIdProvider PROVIDER = new OpenIdProvider();

  private final PortcullisServer server;
  private final Tenant tenant;
  private final TestConnection okta;
  private final ScimClient scim;

  private Company(PortcullisServer server, Tenant tenant, String name, String more) {
    this.server = server;
    this.tenant = tenant;
    this.okta = tenant.connection(name, PROVIDER.issuer(), more);
    this.scim = new ScimClient(okta.scim());
  }

  static Company on(TestDatabase database) {
    return on(database, "");
  }

  /**
   * One whose connection has further settings.
   *
   * @param more JSON members, each with a leading comma
   */
  static Company on(TestDatabase database, String more) {
    PortcullisServer server = PortcullisServer.on(database);
    return new Company(server, server.tenant(), "okta", more);
  }

  /** The same company's second Okta. */
  Company secondOkta() {
    return new Company(server, tenant, "second", "");
  }

  HttpCaller admin() {
    return tenant.admin();
  }

  ScimClient scim() {
    return scim;
  }

  static String userBody(String name) {
    return userBody(name, "00u-" + name, name + "@acme.example");
  }

  static String userBody(String userName, String externalId, String email) {
    return """
    {"schemas":["%s"],"userName":"%s","externalId":"%s","active":true,
     "emails":[{"value":"%s","primary":true,"type":"work"}]}
    """
        .formatted(ScimClient.USER, userName, externalId, email);
  }

  /** Okta pushes a person; answers the id. */
  String pushes(String name) {
    return madeBy(scim.post("/Users", userBody(name)));
  }

  /** Okta pushes a group, then its members one by one as it does; answers the id. */
  String pushesGroup(String name, String... memberIds) {
    String group =
        madeBy(
            scim.post(
                "/Groups",
                "{\"schemas\":[\"%s\"],\"displayName\":\"%s\",\"members\":[]}"
                    .formatted(ScimClient.GROUP, name)));
    for (String member : memberIds) {
      adds(group, member);
    }
    return group;
  }

  private static String madeBy(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply.at("/id");
  }

  private void patched(String path, String operation) {
    Reply reply = scim.patch(path, operation);
    assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
  }

  void adds(String group, String... members) {
    patched(
        "/Groups/" + group,
        "{\"op\":\"add\",\"path\":\"members\",\"value\":" + values(members) + "}");
  }

  void replaces(String group, String... members) {
    patched(
        "/Groups/" + group,
        "{\"op\":\"replace\",\"path\":\"members\",\"value\":" + values(members) + "}");
  }

  private static String values(String... members) {
    return Arrays.stream(members)
        .map("{\"value\":\"%s\"}"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }

  void removes(String group, String member) {
    patched(
        "/Groups/" + group,
        "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}".formatted(member));
  }

  void renames(String group, String name) {
    patched(
        "/Groups/" + group,
        "{\"op\":\"replace\",\"value\":{\"id\":\"%s\",\"displayName\":\"%s\"}}"
            .formatted(group, name));
  }

  void setActive(String user, boolean active) {
    patched("/Users/" + user, "{\"op\":\"replace\",\"value\":{\"active\":" + active + "}}");
  }

  /** A token as the provider issues it for somebody, so many seconds from now. */
  String token(String name, int secondsFromNow, Map<String, ?> more) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("email", name + "@acme.example");
    claims.put("email_verified", true);
    claims.put("iat", Instant.now().getEpochSecond() + secondsFromNow);
    claims.putAll(more);
    return PROVIDER.token("00u-" + name, claims);
  }

  /** Somebody signs in through the hook, with these groups; answers the reply's {@code signIn}. */
  Reply signsIn(String name, int secondsFromNow, String... groups) {
    return hands(token(name, secondsFromNow, Map.of("groups", List.of(groups))));
  }

  /** Somebody signs in through the hook, with a token without any claim of groups. */
  Reply signsInWithoutClaim(String name, int secondsFromNow) {
    return hands(token(name, secondsFromNow, Map.of()));
  }

  /** A gateway hands over a token. */
  Reply hands(String token) {
    return admin()
        .post("/v1/connections/" + okta.name() + "/sign-ins", "{\"idToken\":\"" + token + "\"}");
  }

  /** Somebody signs in through a browser, where userinfo lacks the claim as well. */
  SignInOutcome.Admitted browses(String name, int secondsFromNow, Set<String> scopes) {
    UUID organization = UUID.fromString(tenant.id());
    Connection connection =
        server.bean(Connections.class).named(organization, okta.name()).orElseThrow();
    Caller caller =
        new Caller(organization, new Actor.Server(), "0123456789abcdef0123456789abcdef");
    return (SignInOutcome.Admitted)
        server
            .bean(SignIns.class)
            .signIn(
                caller,
                connection,
                token(name, secondsFromNow, Map.of()),
                new TokenOrigin.Browser(scopes, Optional.of(Map.of("sub", "00u-" + name))));
  }

  /** The identifiers of the teams of whoever this means: an id, an e-mail or a user name. */
  Set<String> teamsOf(String subject) {
    UUID organization = UUID.fromString(tenant.id());
    Memberships memberships = server.bean(Memberships.class);
    SubjectOutcome.Found found = (SubjectOutcome.Found) memberships.subject(organization, subject);
    return memberships.of(organization, found.user().id()).stream()
        .map(Belonging::identifier)
        .collect(Collectors.toSet());
  }

  /** Whether this means somebody. */
  boolean knows(String subject) {
    return server.bean(Memberships.class).subject(UUID.fromString(tenant.id()), subject)
        instanceof SubjectOutcome.Found;
  }
}
