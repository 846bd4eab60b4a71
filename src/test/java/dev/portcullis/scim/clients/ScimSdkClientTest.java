package dev.portcullis.scim.clients;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.resources.MetaConfiguration;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.EndpointPaths;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.etag.ETag;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.Name;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Email;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.response.BulkResponse;
import de.captaingoldfish.scim.sdk.common.response.BulkResponseOperation;
import de.captaingoldfish.scim.sdk.common.response.ListResponse;
import dev.portcullis.scim.ScimTenants;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client of {@code de.captaingoldfish}'s SCIM SDK. */
@OnBothDatabases
class ScimSdkClientTest {

  private final ScimRequestBuilder scim;

  ScimSdkClientTest(TestDatabase database) {
    TestConnection connection = ScimTenants.connection(database, ",\"dialect\":\"rfc\"");
    ScimClientConfig config =
        ScimClientConfig.builder()
            .httpHeaders(Map.of("Authorization", "Bearer " + connection.scimToken()))
            .requestTimeout(60)
            .socketTimeout(60)
            .build();
    this.scim = new ScimRequestBuilder(PortcullisServer.on(database).base() + "/scim/v2", config);
  }

  @AfterEach
  void close() {
    scim.close();
  }

  private static User user(String userName, String familyName) {
    return User.builder()
        .userName(userName)
        .name(Name.builder().familyName(familyName).givenName("Test").build())
        .emails(
            List.of(
                Email.builder()
                    .value(userName + "@example.com")
                    .type("work")
                    .primary(true)
                    .build()))
        .build();
  }

  /** What a reply holds that the client itself takes for good: status, headers and body. */
  private static <T extends ResourceNode> T good(ServerResponse<T> response) {
    assertThat(response.isSuccess()).as(response.getResponseBody()).isTrue();
    assertThat(response.isValidScimResponse()).as(response.getResponseBody()).isTrue();
    return response.getResource();
  }

  private User made(String userName, String familyName) {
    return good(
        scim.create(User.class, EndpointPaths.USERS)
            .setResource(user(userName, familyName).toString())
            .sendRequest());
  }

  private static String id(ResourceNode resource) {
    return resource.getId().orElseThrow();
  }

  private static ETag version(ResourceNode resource) {
    return resource.getMeta().orElseThrow().getVersion().orElseThrow();
  }

  @Test
  void itReadsWhatTheServerSaysOfItself() {
    ServerResponse<MetaConfiguration> loaded = scim.loadMetaConfiguration().sendRequest();
    assertThat(loaded.isSuccess()).as(loaded.getResponseBody()).isTrue();
    MetaConfiguration meta = loaded.getResource();
    assertThat(meta.getServiceProvider().getBulkConfig().isSupported()).isTrue();
    assertThat(meta.getServiceProvider().getFilterConfig().getMaxResults()).isEqualTo(200);
    assertThat(meta.getResourceTypes()).hasSize(2);
    assertThat(meta.getSchemas()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void aUserLives() {
    User made = made("bjensen", "Jensen");
    assertThat(made.getUserName()).contains("bjensen");
    User read = good(scim.get(User.class, EndpointPaths.USERS, id(made)).sendRequest());
    assertThat(read).isEqualTo(made);
    ServerResponse<User> unchanged =
        scim.get(User.class, EndpointPaths.USERS, id(made))
            .setETagForIfNoneMatch(version(made))
            .sendRequest();
    assertThat(unchanged.getHttpStatus()).isEqualTo(304);
    ServerResponse<User> taken =
        scim.create(User.class, EndpointPaths.USERS)
            .setResource(user("BJENSEN", "Other").toString())
            .sendRequest();
    assertThat(taken.getHttpStatus()).isEqualTo(409);
    assertThat(taken.getErrorResponse().getScimType()).contains("uniqueness");

    read.setTitle("Tour Guide");
    User replaced =
        good(
            scim.update(User.class, EndpointPaths.USERS, id(made))
                .setETagForIfMatch(version(made))
                .setResource(read)
                .sendRequest());
    assertThat(replaced.getTitle()).contains("Tour Guide");
    ServerResponse<User> stale =
        scim.update(User.class, EndpointPaths.USERS, id(made))
            .setETagForIfMatch(version(made))
            .setResource(read)
            .sendRequest();
    assertThat(stale.getHttpStatus()).isEqualTo(412);

    User patched =
        good(
            scim.patch(User.class, EndpointPaths.USERS, id(made))
                .addOperation()
                .path("displayName")
                .op(PatchOp.ADD)
                .value("Babs")
                .next()
                .path("emails[type eq \"work\"].value")
                .op(PatchOp.REPLACE)
                .value("babs@jensen.org")
                .next()
                .path("title")
                .op(PatchOp.REMOVE)
                .build()
                .sendRequest());
    assertThat(patched.getDisplayName()).contains("Babs");
    assertThat(patched.getTitle()).isEmpty();
    assertThat(patched.getEmails().getFirst().getValue()).contains("babs@jensen.org");

    assertThat(scim.delete(User.class, EndpointPaths.USERS, id(made)).sendRequest().getHttpStatus())
        .isEqualTo(204);
    assertThat(scim.get(User.class, EndpointPaths.USERS, id(made)).sendRequest().getHttpStatus())
        .isEqualTo(404);
  }

  @Test
  void usersAreSearchedSortedAndPaged() {
    made("carol", "Abel");
    made("adam", "Zorn");
    made("babs", "Jensen");
    ServerResponse<ListResponse<User>> found =
        scim.list(User.class, EndpointPaths.USERS)
            .filter("name.familyName", Comparator.CO, "e")
            .and("emails.value", Comparator.EW, ".com")
            .build()
            .sortBy("userName")
            .sortOrder(SortOrder.DESCENDING)
            .get()
            .sendRequest();
    assertThat(found.isSuccess()).as(found.getResponseBody()).isTrue();
    assertThat(names(found)).containsExactly("carol", "babs");
    ServerResponse<ListResponse<User>> page =
        scim.list(User.class, EndpointPaths.USERS)
            .sortBy("userName")
            .startIndex(2)
            .count(1)
            .attributes("userName")
            .get()
            .sendRequest();
    assertThat(page.isSuccess()).as(page.getResponseBody()).isTrue();
    assertThat(page.getResource().getTotalResults()).isEqualTo(3);
    assertThat(names(page)).containsExactly("babs");
    assertThat(page.getResource().getListedResources().getFirst().getName()).isEmpty();
  }

  @Test
  void usersAreSearchedByPost() {
    made("carol", "Abel");
    made("babs", "Jensen");
    // Numbers and lists of attributes it would send as texts, which RFC 7644 §3.4.3 does not have.
    ServerResponse<ListResponse<User>> found =
        scim.list(User.class, EndpointPaths.USERS)
            .filter("name.familyName", Comparator.SW, "jen")
            .build()
            .sortBy("userName")
            .post()
            .sendRequest();
    assertThat(found.isSuccess()).as(found.getResponseBody()).isTrue();
    assertThat(names(found)).containsExactly("babs");
  }

  private static List<String> names(ServerResponse<ListResponse<User>> response) {
    return response.getResource().getListedResources().stream()
        .map(user -> user.getUserName().orElseThrow())
        .toList();
  }

  @Test
  void aGroupLivesWithItsMembers() {
    User babs = made("babs", "Jensen");
    User adam = made("adam", "Zorn");
    Group body =
        Group.builder()
            .displayName("Guides")
            .members(List.of(Member.builder().value(id(babs)).type("User").build()))
            .build();
    Group made =
        good(
            scim.create(Group.class, EndpointPaths.GROUPS)
                .setResource(body.toString())
                .sendRequest());
    Group patched =
        good(
            scim.patch(Group.class, EndpointPaths.GROUPS, id(made))
                .addOperation()
                .path("members")
                .op(PatchOp.ADD)
                .valueNode(Member.builder().value(id(adam)).type("User").build())
                .next()
                .path("members[value eq \"" + id(babs) + "\"]")
                .op(PatchOp.REMOVE)
                .build()
                .sendRequest());
    assertThat(patched.getMembers()).hasSize(1);
    assertThat(patched.getMembers().getFirst().getValue()).contains(id(adam));
    User member = good(scim.get(User.class, EndpointPaths.USERS, id(adam)).sendRequest());
    assertThat(member.getGroups().getFirst().getValue()).contains(id(made));
    assertThat(
            scim.delete(Group.class, EndpointPaths.GROUPS, id(made)).sendRequest().getHttpStatus())
        .isEqualTo(204);
  }

  @Test
  void manyChangesGoInOneRequest() {
    String group =
        Group.builder()
            .displayName("Guides")
            .members(List.of(Member.builder().value("bulkId:babs").type("User").build()))
            .build()
            .toString();
    ServerResponse<BulkResponse> response =
        scim.bulk()
            .bulkRequestOperation(EndpointPaths.USERS)
            .method(HttpMethod.POST)
            .bulkId("babs")
            .data(user("babs", "Jensen").toString())
            .next()
            .bulkRequestOperation(EndpointPaths.GROUPS)
            .method(HttpMethod.POST)
            .bulkId("guides")
            .data(group)
            .sendRequest();
    assertThat(response.isSuccess()).as(response.getResponseBody()).isTrue();
    assertThat(response.getResource().getBulkResponseOperations())
        .extracting(BulkResponseOperation::getStatus)
        .containsExactly(201, 201);
    String location =
        response.getResource().getByBulkId("babs").orElseThrow().getLocation().orElseThrow();
    String user = location.substring(location.lastIndexOf('/') + 1);
    assertThat(good(scim.get(User.class, EndpointPaths.USERS, user).sendRequest()).getGroups())
        .hasSize(1);
  }
}
