package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.SignInStatement;
import dev.portcullis.directory.SyncOutcome;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** An organization in a story: Okta pushes into it, its Admin writes rules, a service asks. */
final class Portal {

  static final String SIGN_IN_TRACE = "0123456789abcdef0123456789abcdef";

  private final Tenant tenant;
  private final TestConnection okta;
  private final HttpCaller admin;

  Portal(Tenant tenant) {
    this.tenant = tenant;
    okta = tenant.connection("okta");
    admin = tenant.admin();
  }

  HttpCaller admin() {
    return admin;
  }

  TestConnection okta() {
    return okta;
  }

  /** Okta pushes somebody; answers the id. */
  String person(String email) {
    Reply made =
        okta.scim()
            .post(
                "/scim/v2/Users",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%1$s",
                 "externalId":"00u-%1$s","active":true,
                 "emails":[{"value":"%1$s","primary":true}]}
                """
                    .formatted(email));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/id");
  }

  /** Okta deactivates somebody. */
  void deactivate(String userId) {
    patch("/scim/v2/Users/" + userId, "{\"op\":\"replace\",\"value\":{\"active\":false}}");
  }

  /** Okta pushes a group with its members; answers the id. */
  String group(String name, String... userIds) {
    Reply made =
        okta.scim()
            .post(
                "/scim/v2/Groups",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s",
                 "members":[]}
                """
                    .formatted(name));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    if (userIds.length > 0) {
      addMembers(made.at("/id"), userIds);
    }
    return made.at("/id");
  }

  /** Okta adds members to a group; answers the request's trace id. */
  String addMembers(String groupId, String... userIds) {
    String members =
        Arrays.stream(userIds)
            .map("{\"value\":\"%s\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    return patch(
        "/scim/v2/Groups/" + groupId,
        "{\"op\":\"add\",\"path\":\"members\",\"value\":" + members + "}");
  }

  /** Somebody signs in, and the whole claim names these groups. */
  void signsIn(String email, String... groups) {
    signsIn(Instant.now(), email, groups);
  }

  /** The same a second later, so that the claim is newer. */
  void signsInLater(String email, String... groups) {
    signsIn(Instant.now().plusSeconds(1), email, groups);
  }

  private void signsIn(Instant at, String email, String... groups) {
    UUID organization = UUID.fromString(tenant.id());
    Connection connection =
        tenant.server().bean(Connections.class).named(organization, "okta").orElseThrow();
    SignInStatement statement =
        new SignInStatement(
            "00u-" + email,
            Optional.of(email),
            Optional.of(email),
            true,
            Optional.empty(),
            Optional.empty(),
            at.truncatedTo(ChronoUnit.SECONDS),
            new SignInStatement.ClaimedGroups.Complete(List.of(groups)));
    Caller server = new Caller(organization, new Actor.Server(), SIGN_IN_TRACE);
    SyncOutcome outcome =
        tenant.server().bean(Directory.class).signIn(server, connection, statement);
    assertThat(outcome).isInstanceOf(SyncOutcome.Synchronised.class);
  }

  void removeMember(String groupId, String userId) {
    patch(
        "/scim/v2/Groups/" + groupId,
        "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + userId + "\\\"]\"}");
  }

  void rename(String groupId, String name) {
    patch(
        "/scim/v2/Groups/" + groupId,
        "{\"op\":\"replace\",\"value\":{\"id\":\"%s\",\"displayName\":\"%s\"}}"
            .formatted(groupId, name));
  }

  private String patch(String path, String operation) {
    Reply reply =
        okta.scim()
            .patch(
                path,
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}
                """
                    .formatted(operation));
    assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
    return reply.header("X-Trace-Id");
  }

  /** The Admin makes blueprint {@code Env}, with one property and one relation to itself. */
  void env() {
    created(
        "/v1/blueprints",
        """
        {"identifier":"Env","title":"Environment",
         "schema":{"properties":{"slackChannelUrl":{"type":"string","format":"url"}},
                   "required":[]},
         "relations":{"deployedAt":{"target":"Env","required":false,"many":false}}}
        """);
  }

  /** The Admin makes an entity of {@code Env}. */
  void entity(String identifier, String... teams) {
    String names =
        Arrays.stream(teams).map("\"%s\""::formatted).collect(Collectors.joining(",", "[", "]"));
    created(
        "/v1/blueprints/Env/entities",
        "{\"identifier\":\"%s\",\"team\":%s}".formatted(identifier, names));
  }

  /** The Admin makes a rule that gives a role to the members of one group. */
  void groupRule(String identifier, String groupName, String grant) {
    created(
        "/v1/group-rules",
        """
        {"identifier":"%s","title":"A rule","connections":["okta"],
         "groups":{"type":"EQUALS","value":"%s"},"grant":%s}
        """
            .formatted(identifier, groupName, grant));
  }

  Reply created(String path, String body) {
    Reply reply = admin.post(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    return reply;
  }

  /** The Admin changes the permissions of {@code Env}, blocks given as JSON members. */
  Reply permit(String blocks) {
    Reply reply = admin.patch("/v1/blueprints/Env/permissions", "{\"entities\":{" + blocks + "}}");
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  /** A service asks about an entity of {@code Env}. */
  boolean may(String subject, String action, String entity) {
    return may(subject, action, entity, "{}");
  }

  boolean may(String subject, String action, String entity, String properties) {
    return Boolean.parseBoolean(ask(subject, action, entity, properties).at("/decision"));
  }

  /** A service asks and wants to know why. */
  Reply ask(String subject, String action, String entity, String properties) {
    Reply reply =
        admin.post(
            "/access/v1/evaluation",
            """
            {"subject":{"type":"user","id":"%s"},"action":{"name":"%s"},
             "resource":{"type":"Env","id":"%s","properties":%s},"context":{"explain":true}}
            """
                .formatted(subject, action, entity, properties));
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }
}
