package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A manager is shown as the user that they are now (RFC 7643 §4.3). */
@OnBothDatabases
class ManagerTest {

  private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  private static final String USERS = "/scim/v2/Users";

  private final PortcullisServer server;
  private final HttpCaller scim;

  ManagerTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    scim = ScimTenants.connection(database).scim();
  }

  private Reply made(String userName, String more) {
    Reply made =
        scim.post(
            USERS, "{\"schemas\":[\"%s\"],\"userName\":\"%s\"%s}".formatted(CORE, userName, more));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made;
  }

  private Reply managed(String userName, String manager) {
    return made(userName, ",\"%s\":{\"manager\":%s}".formatted(ENTERPRISE, manager));
  }

  private static JsonNode manager(Reply user) {
    return user.json().path(ENTERPRISE).path("manager");
  }

  private static String of(String field, Reply user) {
    return manager(user).path(field).asString("absent");
  }

  @Test
  void nameAndAddressAreTheManagersOwn() {
    Reply boss = made("boss", ",\"displayName\":\"The Boss\"");
    String id = boss.at("/id");
    Reply ada = managed("ada", "{\"value\":\"%s\",\"displayName\":\"Somebody\"}".formatted(id));

    assertThat(of("value", ada)).isEqualTo(id);
    assertThat(of("$ref", ada)).isEqualTo(boss.at("/meta/location"));
    assertThat(of("displayName", ada)).isEqualTo("The Boss");

    scim.put(USERS + "/" + id, "{\"schemas\":[\"%s\"],\"userName\":\"chief\"}".formatted(CORE));
    Reply later = scim.get(USERS + "/" + ada.at("/id"));
    assertThat(of("displayName", later)).isEqualTo("chief");
    assertThat(later.at("/meta/version")).isEqualTo(ada.at("/meta/version"));
  }

  @Test
  void aPutOfWhatIsShownChangesNothing() {
    String id = made("boss", "").at("/id");
    Reply ada = managed("ada", "{\"value\":\"%s\"}".formatted(id));
    Reply again = scim.put(USERS + "/" + ada.at("/id"), ada.text());
    assertThat(again.json()).isEqualTo(ada.json());
  }

  @Test
  void whoIsNoUserOfTheConnectionIsShownAsSent() {
    String sent = "{\"value\":\"26118915-6090-4610-87e4-49d8ca9f808d\",\"$ref\":\"../Users/26\"}";
    assertThat(manager(managed("ada", sent)).toString()).isEqualTo(sent);
    assertThat(manager(managed("ben", "{\"value\":\"00u1boss\"}")).toString())
        .isEqualTo("{\"value\":\"00u1boss\"}");
    String stranger =
        server
            .tenant()
            .connection("okta")
            .scim()
            .post(USERS, "{\"schemas\":[\"%s\"],\"userName\":\"stranger\"}".formatted(CORE))
            .at("/id");
    assertThat(of("displayName", managed("cy", "{\"value\":\"%s\"}".formatted(stranger))))
        .isEqualTo("absent");
  }

  @Test
  void theNameIsNobodysToWrite() {
    String id = made("boss", "").at("/id");
    String ada = managed("ada", "{\"value\":\"%s\"}".formatted(id)).at("/id");
    Reply refused =
        scim.patch(
            USERS + "/" + ada,
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
             {"op":"replace","path":"%s:manager.displayName","value":"x"}]}
            """
                .formatted(ENTERPRISE));
    assertThat(refused.at("/scimType")).isEqualTo("mutability");
  }

  private List<String> statements(String path) {
    try (var count = server.countStatements()) {
      assertThat(scim.get(path).status()).isEqualTo(200);
      return count.statements();
    }
  }

  @Test
  void managersOfAPageCostOneStatementAndOnlyWhereSomebodySeesThem() {
    made("alone", "");
    String bare = USERS + "?count=50";
    int without = statements(bare).size();
    String boss = made("boss", "").at("/id");
    String chief = made("chief", "").at("/id");
    managed("ada", "{\"value\":\"%s\"}".formatted(boss));
    managed("ben", "{\"value\":\"%s\"}".formatted(chief));

    assertThat(statements(bare)).hasSize(without + 1);
    assertThat(statements(bare + "&attributes=groups," + ENTERPRISE + ":department"))
        .hasSize(without);
    assertThat(statements(bare + "&excludedAttributes=" + ENTERPRISE)).hasSize(without);
    Reply named = scim.get(bare + "&attributes=" + ENTERPRISE + ":manager.displayName");
    assertThat(named.text()).contains("\"displayName\":\"boss\"", "\"displayName\":\"chief\"");
  }
}
