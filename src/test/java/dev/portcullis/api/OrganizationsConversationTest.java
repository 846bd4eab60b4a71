package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class OrganizationsConversationTest {

  private final PortcullisServer server;
  private final HttpCaller operator;

  OrganizationsConversationTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.operator = server.operator();
  }

  @Test
  void theOperatorMakesAnOrganizationWhoseClientSeesOnlyIt() {
    Tenant tenant = server.tenant();
    Reply seen = tenant.admin().get("/v1/organizations");
    assertThat(seen.json().at("/organizations")).hasSize(1);
    assertThat(seen.at("/organizations/0/id")).isEqualTo(tenant.id());
    assertThat(seen.at("/organizations/0/region")).isEqualTo("eu");
    assertThat(seen.text()).doesNotContain("clientSecret");
    assertThat(operator.get("/v1/organizations").text())
        .contains(tenant.id(), "\"default\"")
        .doesNotContain("clientSecret");
  }

  @Test
  void onlyTheOperatorMakesOrganizations() {
    Reply refused =
        server.tenant().admin().post("/v1/organizations", "{\"name\":\"x\",\"region\":\"eu\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/error")).isEqualTo("forbidden");
  }

  @Test
  void whatIsWrongIsNamed() {
    Tenant tenant = server.tenant();
    Reply taken = made(tenant.name(), "eu");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.at("/error")).isEqualTo("conflict");
    assertThat(made("somewhere", "mars").at("/details/field")).isEqualTo("region");
    assertThat(made("", "eu").at("/message")).contains("name");
    assertThat(made("x".repeat(101), "eu").status()).isEqualTo(422);
    assertThat(operator.post("/v1/organizations", "{\"name\":\"x\"}").at("/details/field"))
        .isEqualTo("region");
  }

  private Reply made(String name, String region) {
    return operator.post(
        "/v1/organizations", "{\"name\":\"%s\",\"region\":\"%s\"}".formatted(name, region));
  }

  @Test
  void deletionAsksForTheNameAgain() {
    Tenant tenant = server.tenant();
    tenant.connection("okta");
    String path = "/v1/organizations/" + tenant.id();
    assertThat(operator.delete(path).status()).isEqualTo(422);
    assertThat(operator.delete(path + "?name=other").status()).isEqualTo(422);
    assertThat(tenant.admin().get("/v1/connections").status()).isEqualTo(200);
    Reply gone = operator.delete(path + "?name=" + tenant.name());
    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.text()).isEqualTo("{\"ok\":true}");
    assertThat(tenant.admin().get("/v1/connections").status()).isEqualTo(401);
    assertThat(operator.delete(path + "?name=" + tenant.name()).status()).isEqualTo(404);
  }

  @Test
  void aForeignOrganizationLooksAbsent() {
    Tenant mine = server.tenant();
    Tenant theirs = server.tenant();
    Reply foreign =
        mine.admin().delete("/v1/organizations/" + theirs.id() + "?name=" + theirs.name());
    String nobodys = UUID.randomUUID().toString();
    Reply absent = mine.admin().delete("/v1/organizations/" + nobodys + "?name=x");
    assertThat(foreign.status()).isEqualTo(404);
    assertThat(foreign.text().replace(theirs.id(), "ID"))
        .isEqualTo(absent.text().replace(nobodys, "ID"));
    assertThat(
            mine.admin().delete("/v1/organizations/" + mine.id() + "?name=" + mine.name()).status())
        .isEqualTo(403);
    assertThat(operator.delete("/v1/organizations/no-uuid?name=x").status()).isEqualTo(404);
  }
}
