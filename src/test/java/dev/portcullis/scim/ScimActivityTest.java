package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The activity log tells what each request ended with, and no more. */
@OnBothDatabases
class ScimActivityTest {

  private final Tenant tenant;
  private final TestConnection connection;

  ScimActivityTest(TestDatabase database) {
    this.tenant = ScimTenants.tenant(database);
    this.connection = ScimTenants.connection(database);
  }

  private JsonNode recorded(Reply reply) {
    Reply activity = tenant.admin().get("/v1/activity?trace=" + reply.header("X-Trace-Id"));
    assertThat(activity.status()).isEqualTo(200);
    return activity.json();
  }

  @Test
  void aRequestIsFoundByItsTraceWithoutItsQueryAndBody() {
    Reply probe = new Okta(connection.scim()).probe("canary@okta.local");
    String shown = recorded(probe).toString();
    assertThat(shown).contains("/scim/v2/Users").contains("200").doesNotContain("canary");
    Reply made = new Okta(connection.scim()).createUser();
    assertThat(recorded(made).toString())
        .contains("201")
        .doesNotContain("test.user")
        .doesNotContain("1mz050nq");
  }

  @Test
  void aRefusalSaysWhyAndAServedQuirkIsNoted() {
    Reply refused =
        connection
            .scim()
            .post(
                "/scim/v2/Users", "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]}");
    assertThat(recorded(refused).toString()).contains("400").contains("userName");
    Reply quirky =
        connection
            .scim()
            .post(
                "/scim/v2/Users",
                Okta.recorded("user-create").replace("\"locale\"", "\"favouriteColour\""));
    assertThat(quirky.status()).isEqualTo(201);
    assertThat(recorded(quirky).toString())
        .contains("unknown attribute `favouriteColour` dropped")
        .doesNotContain("en-US");
  }
}
