package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People and service accounts by way of their entities. */
@OnBothDatabases
class UserEntitiesTest {

  private static final String ENTITIES = "/v1/blueprints/_user/entities";
  private static final String ROBOT = "robot@serviceaccounts.getport.io";

  private final SignedInWorld world;
  private final HttpCaller admin;
  private final String ada;

  UserEntitiesTest(TestDatabase database) {
    this.world = new SignedInWorld(database);
    this.admin = world.tenant.admin();
    this.ada = world.pushed("ada");
  }

  private Reply robot(String more) {
    return admin.post(
        ENTITIES,
        """
        {"identifier":"%s","title":"Robot",
         "properties":{"port_type":"Service Account","status":"Active"%s}}
        """
            .formatted(ROBOT, more));
  }

  private HttpCaller acting(Reply made) {
    return world.server.client(
        made.at("/additionalData/credentials/clientId"),
        made.at("/additionalData/credentials/clientSecret"));
  }

  /** V32. */
  @Test
  void aServiceAccountIsMadeWithCredentialsThatAreShownOnce() {
    Reply made = robot("");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.at("/additionalData/credentials/clientSecret")).isNotEmpty();
    assertThat(made.at("/entity/properties/port_type")).isEqualTo("Service Account");
    assertThat(admin.get(ENTITIES + "/" + ROBOT).text()).doesNotContain("clientSecret");
    HttpCaller robot = acting(made);
    assertThat(robot.get("/v1/organization").status()).isEqualTo(200);
    assertThat(robot.get("/v1/connections").status()).isEqualTo(403);
  }

  @Test
  void itsStatusEndsAndRestoresItsTokens() {
    HttpCaller robot = acting(robot(",\"port_role\":\"Admin\""));
    assertThat(robot.get("/v1/connections").status()).isEqualTo(200);
    world.makeAdmin(ada);
    Reply stopped =
        admin.patch(ENTITIES + "/" + ROBOT, "{\"properties\":{\"status\":\"Disabled\"}}");
    assertThat(stopped.status()).as(stopped.text()).isEqualTo(200);
    assertThat(robot.get("/v1/connections").status()).isEqualTo(401);
    admin.patch(ENTITIES + "/" + ROBOT, "{\"properties\":{\"status\":\"Active\"}}");
    assertThat(robot.get("/v1/connections").status()).isEqualTo(200);
  }

  @Test
  void anotherDomainOrStatusMakesNoServiceAccount() {
    for (String body :
        List.of(
            "{\"identifier\":\"robot@acme.test\",\"properties\":{\"port_type\":\"Service"
                + " Account\",\"status\":\"Active\"}}",
            "{\"identifier\":\"%s\",\"properties\":{\"port_type\":\"Service Account\",\"status\":\"Staged\"}}"
                .formatted(ROBOT),
            "{\"identifier\":\"%s\",\"properties\":{\"port_type\":\"Robot\",\"status\":\"Active\"}}"
                .formatted(ROBOT))) {
      Reply refused = admin.post(ENTITIES, body);
      assertThat(refused.status()).as(body + refused.text()).isEqualTo(422);
    }
    assertThat(admin.get(ENTITIES + "/" + ROBOT).status()).isEqualTo(404);
  }

  @Test
  void anEntityOfAPersonIsThePerson() {
    Reply made =
        admin.post(
            ENTITIES,
            "{\"identifier\":\"lin@acme.test\",\"properties\":{\"port_role\":\"Member\"}}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(admin.get("/v1/users/lin%40acme.test").at("/user/status")).isEqualTo("STAGED");
    Reply raised =
        admin.patch(ENTITIES + "/lin@acme.test", "{\"properties\":{\"port_role\":\"Admin\"}}");
    assertThat(raised.status()).as(raised.text()).isEqualTo(200);
    assertThat(admin.get("/v1/users/lin%40acme.test").at("/user/roles/0/name")).isEqualTo("Admin");
    admin.post("/v1/teams", "{\"name\":\"makers\"}");
    Reply joined = admin.patch(ENTITIES + "/lin@acme.test", "{\"team\":[\"makers\"]}");
    assertThat(joined.status()).as(joined.text()).isEqualTo(200);
    assertThat(admin.get("/v1/users/lin%40acme.test").at("/user/teams/0")).isEqualTo("makers");
    HttpCaller member = world.caller(world.signedIn(ada));
    assertThat(
            member
                .patch(ENTITIES + "/ada@acme.test", "{\"properties\":{\"port_role\":\"Admin\"}}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void anImporterWritesPeopleAsItReadThem() {
    Reply bulk =
        admin.post(
            ENTITIES + "/bulk?upsert=true",
            """
            {"entities":[{"identifier":"bo@acme.test","title":"Bo",
              "properties":{"email":"bo@acme.test","firstName":"Bo","lastName":"Li","orgs":[],
               "providers":[],"roles":[{"name":"Member"}],"teams":[],"type":"Standard",
               "status":"STAGED"}}]}
            """);
    assertThat(bulk.status()).as(bulk.text()).isEqualTo(200);
    assertThat(bulk.json().at("/errors")).isEmpty();
    assertThat(admin.get("/v1/users/bo%40acme.test").at("/user/firstName")).isEqualTo("Bo");
  }

  @Test
  void whatIsRefusedChangesNeitherHalf() {
    admin.put(
        "/v1/blueprints/_user",
        "{\"identifier\":\"_user\",\"title\":\"User\",\"schema\":{\"properties\":{\"desk\":{\"type\":\"number\"}}}}");
    Reply refused =
        admin.patch(
            ENTITIES + "/ada@acme.test",
            "{\"properties\":{\"port_role\":\"Admin\",\"desk\":\"none\"}}");
    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(admin.get("/v1/users/ada%40acme.test").at("/user/roles/0/name")).isEqualTo("Member");
  }

  /** Importers write each user as it was read, as properties that no blueprint declares. */
  @Test
  void aUserAsReadIsTakenAsAnEntity() {
    Reply read = admin.get("/v1/users");
    for (JsonNode user : read.json().at("/users")) {
      Reply written =
          admin.post(
              "/v1/blueprints/_user/entities/bulk?upsert=true",
              "{\"entities\":[{\"identifier\":\"%s\",\"title\":\"T\",\"properties\":%s}]}"
                  .formatted(user.path("email").asString(), user));
      assertThat(written.status()).as(written.text()).isEqualTo(200);
      assertThat(written.json().at("/errors")).isEmpty();
    }
    assertThat(read.json().at("/users")).isNotEmpty();
  }
}
