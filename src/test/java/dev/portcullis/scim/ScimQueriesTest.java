package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages, projections and discovery, and what the dialects make of a request. */
@OnBothDatabases
class ScimQueriesTest {

  private final TestDatabase database;
  private final HttpCaller scim;

  ScimQueriesTest(TestDatabase database) {
    this.database = database;
    this.scim = ScimTenants.connection(database).scim();
  }

  @ParameterizedTest
  @CsvSource({
    "'startIndex=0', 1, 3",
    "'startIndex=-5', 1, 3",
    "'count=0', 1, 0",
    "'count=-1', 1, 0",
    "'count=1', 1, 1",
    "'startIndex=3&count=5', 3, 1",
    "'startIndex=4', 4, 0",
    "'startIndex=99999999999999999999&count=99999999999999999999', 2147483647, 0",
    "'count=100000', 1, 3"
  })
  void oddPagesMeanTheNearestSensibleOne(String query, int startIndex, int shown) {
    Okta okta = new Okta(scim);
    okta.pushed("a");
    okta.pushed("b");
    okta.pushed("c");
    Reply page = scim.get("/scim/v2/Users?" + query);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.json().at("/totalResults").intValue()).isEqualTo(3);
    assertThat(page.json().at("/startIndex").intValue()).isEqualTo(startIndex);
    assertThat(page.json().at("/itemsPerPage").intValue()).isEqualTo(shown);
    assertThat(page.json().at("/Resources").size()).isEqualTo(shown);
  }

  @Test
  void whatIsAskedTwiceIsRefusedUnlessItIsAList() {
    new Okta(scim).pushed("ada");
    String twice = "filter=userName%20eq%20%22ada%22&filter=id%20pr";
    for (String query : new String[] {"count=1&count=2", twice, "sortBy=id&sortBy=userName"}) {
      Reply refused = scim.get("/scim/v2/Users?" + query);
      assertThat(refused.status()).as(query).isEqualTo(400);
      assertThat(refused.at("/scimType")).isEqualTo("invalidValue");
      assertThat(refused.at("/detail")).contains("2 times");
    }
    JsonNode user =
        scim.get("/scim/v2/Users?attributes=userName&attributes=active").json().at("/Resources/0");
    assertThat(user.propertyNames()).containsExactly("schemas", "id", "userName", "active");
  }

  @Test
  void attributesAreSelected() {
    String id = new Okta(scim).pushed("ada");
    JsonNode read = scim.get("/scim/v2/Users/" + id + "?attributes=emails.value,password").json();
    assertThat(read)
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"%s",
                     "emails":[{"value":"ada@okta.local"}]}\
                    """
                        .formatted(id)));
    JsonNode user = scim.get("/scim/v2/Users?excludedAttributes=meta,id").json().at("/Resources/0");
    assertThat(user.has("meta")).isFalse();
    assertThat(user.has("id")).isTrue();
  }

  @Test
  void everythingThatIsAdvertisedResolves() {
    Reply config = scim.get("/scim/v2/ServiceProviderConfig");
    assertThat(config.status()).isEqualTo(200);
    assertThat(config.json().at("/patch/supported").booleanValue()).isTrue();
    assertThat(config.json().at("/bulk/supported").booleanValue()).isTrue();
    assertThat(config.at("/authenticationSchemes/0/type")).isEqualTo("oauthbearertoken");
    for (JsonNode type : scim.get("/scim/v2/ResourceTypes").json().at("/Resources")) {
      assertThat(scim.get("/scim/v2/ResourceTypes/" + type.at("/id").asString()).json())
          .isEqualTo(type);
      assertThat(scim.get("/scim/v2" + type.at("/endpoint").asString()).status()).isEqualTo(200);
      assertThat(scim.get("/scim/v2/Schemas/" + type.at("/schema").asString()).status())
          .isEqualTo(200);
    }
    Reply schemas = scim.get("/scim/v2/Schemas");
    assertThat(schemas.json().at("/totalResults").intValue()).isEqualTo(3);
    for (JsonNode schema : schemas.json().at("/Resources")) {
      Reply one = scim.get("/scim/v2/Schemas/" + schema.at("/id").asString());
      assertThat(one.json()).isEqualTo(schema);
      assertThat(one.header("Content-Location")).isEqualTo(schema.at("/meta/location").asString());
    }
  }

  @Test
  void theRfcDialectShowsAPatchedGroupAndEmptiesItByAPutWithoutMembers() {
    HttpCaller rfc = withDialect("rfc");
    Okta client = new Okta(rfc);
    String user = client.pushed("ada");
    String group = client.pushedGroup();
    Reply patched =
        client.patchGroup(
            group, Okta.recorded("group-members", "leaver", "nobody", "joiner", user));
    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.at("/members/0/value")).isEqualTo(user);
    client.putGroup(group, Okta.recorded("group-put-without-members", "id", group));
    assertThat(client.members(group)).isEmpty();
  }

  @Test
  void theInteropDialectRefusesWhatCouldBeReadTwoWaysAndChangesNothing() {
    HttpCaller interop = withDialect("interop");
    Okta client = new Okta(interop);
    String user = client.pushed("ada");
    String group = client.pushedGroup();
    assertThat(client.patchUser(user, Okta.recorded("user-deactivate")).status()).isEqualTo(400);
    Reply unknown =
        client.patchGroup(
            group,
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
             {"op":"add","path":"members","value":[{"value":"%s","type":"User"},
              {"value":"nobody","type":"User"}]}]}\
            """
                .formatted(user));
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.at("/scimType")).isEqualTo("invalidValue");
    assertThat(unknown.at("/detail")).contains("nobody");
    assertThat(client.members(group)).isEmpty();
    assertThat(client.user(user).json().at("/active").booleanValue()).isTrue();
  }

  @Test
  void aConnectionForSignInsAloneRefusesPushes() {
    HttpCaller closed = ScimTenants.connection(database, ",\"provisioning\":\"sign-in\"").scim();
    Reply refused = closed.post("/scim/v2/Users", Okta.recorded("user-create"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.at("/detail")).contains("provisioning");
    assertThat(closed.get("/scim/v2/Users").json().at("/totalResults").intValue()).isZero();
  }

  private HttpCaller withDialect(String dialect) {
    return ScimTenants.connection(database, ",\"dialect\":\"%s\"".formatted(dialect)).scim();
  }
}
