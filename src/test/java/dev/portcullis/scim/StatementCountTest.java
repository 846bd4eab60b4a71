package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How many SQL statements Okta's requests cost, audit and activity included: the same for a small
 * group and a large one.
 */
@OnBothDatabases
class StatementCountTest {

  private static final int MEMBER_PATCH = 8;

  /** The token, the page, and the record of the request. */
  private static final int EXISTENCE_PROBE = 3;

  private final PortcullisServer server;
  private final TestConnection okta;

  StatementCountTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.okta = server.tenant().connection("okta");
  }

  private interface Request {
    Reply send();
  }

  private List<String> statementsOf(Request request, int expectedStatus) {
    try (var count = server.countStatements()) {
      assertThat(request.send().status()).isEqualTo(expectedStatus);
      return count.statements();
    }
  }

  private String pushedUser(String name) {
    Reply made =
        okta.scim()
            .post(
                "/scim/v2/Users",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                 "userName":"%s","externalId":"00u%s","active":true}
                """
                    .formatted(name, name));
    assertThat(made.status()).isEqualTo(201);
    return made.at("/id");
  }

  private String groupOf(String name, int members) {
    // Parked values are members too: they cost what real ones do, and are made in one request.
    String values =
        IntStream.range(0, members)
            .mapToObj(i -> "{\"value\":\"00u-%s-%d\"}".formatted(name, i))
            .collect(Collectors.joining(",", "[", "]"));
    Reply made =
        okta.scim()
            .post(
                "/scim/v2/Groups",
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                 "displayName":"%s","members":%s}
                """
                    .formatted(name, values));
    assertThat(made.status()).isEqualTo(201);
    return made.at("/id");
  }

  private Reply patch(String group, String name, String operation) {
    return okta.scim()
        .patch(
            "/scim/v2/Groups/" + group,
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","value":{"id":"%s","displayName":"%s"}},%s]}
            """
                .formatted(group, name, operation));
  }

  private List<String> addAndRemove(String group, String name, String user) {
    List<String> added =
        statementsOf(
            () ->
                patch(
                    group,
                    name,
                    "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}"
                        .formatted(user)),
            204);
    List<String> removed =
        statementsOf(
            () ->
                patch(
                    group,
                    name,
                    "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\"]\"}"
                        .formatted(user)),
            204);
    // Whoever leaves a group may have been the last Admin by it.
    assertThat(removed).hasSize(added.size() + 1).hasSizeLessThanOrEqualTo(MEMBER_PATCH);
    return added;
  }

  @Test
  void aMemberPatchCostsTheSameWhetherTheGroupHasTenMembersOrTenThousand() {
    String user = pushedUser("anna");
    List<String> small = addAndRemove(groupOf("small", 10), "small", user);
    List<String> large = addAndRemove(groupOf("large", 10_000), "large", user);
    assertThat(small).hasSizeLessThanOrEqualTo(MEMBER_PATCH);
    assertThat(large).isEqualTo(small);
  }

  @Test
  void oktasExistenceProbeCostsThreeStatementsAndAFourthForTheGroupsOfAHit() {
    pushedUser("ben");
    String probe = "/scim/v2/Users?filter=userName%20eq%20%22ben%22&startIndex=1&count=100";
    String nobody = "/scim/v2/Users?filter=userName%20eq%20%22no%22&startIndex=1&count=100";
    assertThat(statementsOf(() -> okta.scim().get(nobody), 200)).hasSize(EXISTENCE_PROBE);
    assertThat(statementsOf(() -> okta.scim().get(probe), 200))
        .as("a hit also reads the person's groups")
        .hasSize(EXISTENCE_PROBE + 1);
  }

  @Test
  void aPageCostsTheSameWhateverItsLength() {
    IntStream.range(0, 30).forEach(i -> pushedUser("page-" + i));
    List<String> one =
        statementsOf(() -> okta.scim().get("/scim/v2/Users?startIndex=1&count=1"), 200);
    List<String> many =
        statementsOf(() -> okta.scim().get("/scim/v2/Users?startIndex=1&count=30"), 200);
    assertThat(many).isEqualTo(one);
  }
}
