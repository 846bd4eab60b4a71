package dev.portcullis.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.catalog.PortalObject;
import dev.portcullis.catalog.PortalObjects;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.SubjectOutcome;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which right to the entity an action takes, by the operator's setting. */
class StrictActionsTest {

  private final PortcullisServer server = PortcullisServer.on(TestDatabase.H2);
  private final Tenant tenant = server.tenant();
  private final UUID organization = UUID.fromString(tenant.id());

  @Test
  void aStrictDeploymentAsksForTheVeryRight() {
    String id =
        tenant
            .connection("okta")
            .scim()
            .post(
                "/scim/v2/Users",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"mem"}
                """)
            .at("/id");
    made(
        "/v1/blueprints",
        "{\"identifier\":\"Env\",\"title\":\"Env\",\"schema\":{\"properties\":{}},\"relations\":{}}");
    made("/v1/blueprints/Env/entities", "{\"identifier\":\"e1\"}");
    for (String operation : List.of("CREATE", "DAY-2", "DELETE")) {
      made(
          "/v1/actions",
          """
          {"identifier":"%1$s","trigger":{"type":"self-service","operation":"%1$s",
           "blueprintIdentifier":"Env"}}
          """
              .formatted(operation));
    }

    assertThat(may(id, "CREATE", false)).isTrue();
    assertThat(may(id, "DELETE", false)).isTrue();
    assertThat(may(id, "DAY-2", false)).isTrue();
    assertThat(may(id, "CREATE", true)).isFalse();
    assertThat(may(id, "DELETE", true)).isFalse();
    assertThat(may(id, "DAY-2", true)).isTrue();

    tenant
        .admin()
        .patch(
            "/v1/blueprints/Env/permissions",
            """
            {"entities":{"read":{"roles":["Admin"]},"register":{"roles":["Member"]},
                         "unregister":{"roles":["Admin"]}}}
            """);
    assertThat(may(id, "CREATE", true)).isTrue();
    tenant
        .admin()
        .patch(
            "/v1/blueprints/Env/permissions",
            "{\"entities\":{\"register\":{\"roles\":[\"Admin\"]}}}");
    assertThat(may(id, "DAY-2", false)).isFalse();
    assertThat(may(id, "DELETE", false)).isFalse();
  }

  private void made(String path, String body) {
    Reply reply = tenant.admin().post(path, body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(201);
  }

  private boolean may(String userId, String action, boolean strict) {
    ActionDecisions decisions =
        new ActionDecisions(server.bean(ActionPolicyCheck.class), new ActionStrictness(strict));
    AccessSnapshot snapshot = server.bean(AccessSnapshots.class).of(organization);
    SubjectOutcome.Found found =
        (SubjectOutcome.Found) server.bean(Memberships.class).subject(organization, userId);
    PortalObject object =
        server
            .bean(PortalObjects.class)
            .find(organization, PortalObject.Kind.ACTION, action)
            .orElseThrow();
    AccessQuestion question =
        new AccessQuestion(
            "user",
            userId,
            Map.of(),
            "execute",
            Map.of(),
            AccessQuestion.ACTION,
            action,
            new ClaimedResource(List.of(), Map.of("entity", "e1")),
            true);
    return decisions
        .decide(snapshot, snapshot.people().person(found.user()), object, question)
        .allowed();
  }
}
