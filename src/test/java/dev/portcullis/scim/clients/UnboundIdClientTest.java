package dev.portcullis.scim.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.bulk.BulkOperation;
import com.unboundid.scim2.common.bulk.BulkOperationResult;
import com.unboundid.scim2.common.bulk.BulkResponse;
import com.unboundid.scim2.common.exceptions.PreconditionFailedException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.messages.SortOrder;
import com.unboundid.scim2.common.types.Email;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.Name;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.UserResource;
import dev.portcullis.scim.ScimTenants;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** UnboundID's client, {@code scim2-sdk-client}. */
@OnBothDatabases
class UnboundIdClientTest {

  private final Client http;
  private final ScimService scim;

  UnboundIdClientTest(TestDatabase database) {
    TestConnection connection = ScimTenants.connection(database, ",\"dialect\":\"rfc\"");
    ClientRequestFilter credentials =
        request ->
            request.getHeaders().putSingle("Authorization", "Bearer " + connection.scimToken());
    this.http =
        ClientBuilder.newClient(
                new ClientConfig().connectorProvider(new Apache5ConnectorProvider()))
            .register(credentials);
    this.scim = new ScimService(http.target(PortcullisServer.on(database).base()).path("scim/v2"));
  }

  @AfterEach
  void close() {
    http.close();
  }

  private static UserResource user(String userName, String familyName) {
    return new UserResource()
        .setUserName(userName)
        .setName(new Name().setFamilyName(familyName).setGivenName("Test"))
        .setEmails(
            new Email().setValue(userName + "@example.com").setType("work").setPrimary(true));
  }

  private UserResource made(String userName, String familyName) throws ScimException {
    return scim.create("Users", user(userName, familyName));
  }

  @Test
  void itReadsWhatTheServerSaysOfItself() throws ScimException {
    assertThat(scim.getServiceProviderConfig().getPatch().isSupported()).isTrue();
    assertThat(scim.getServiceProviderConfig().getBulk().isSupported()).isTrue();
    assertThat(scim.getServiceProviderConfig().getEtag().isSupported()).isTrue();
    assertThat(scim.getResourceTypes().getResources()).hasSize(2);
    assertThat(scim.getResourceType("User").getEndpoint()).hasToString("/Users");
    for (SchemaResource schema : scim.getSchemas().getResources()) {
      assertThat(scim.getSchema(schema.getId()).getAttributes()).isEqualTo(schema.getAttributes());
    }
  }

  @Test
  void aUserLives() throws ScimException {
    UserResource made = made("bjensen", "Jensen");
    assertThat(made.getId()).isNotBlank();
    assertThat(made.getMeta().getVersion()).isNotBlank();
    assertThat(scim.retrieve("Users", made.getId(), UserResource.class)).isEqualTo(made);
    assertThat(scim.retrieve(made)).isEqualTo(made);
    assertThatThrownBy(() -> made("BJensen", "Other"))
        .isInstanceOf(ResourceConflictException.class);

    made.setTitle("Tour Guide");
    UserResource replaced = scim.replaceRequest(made).ifMatch().invoke();
    assertThat(replaced.getTitle()).isEqualTo("Tour Guide");
    assertThat(replaced.getMeta().getVersion()).isNotEqualTo(made.getMeta().getVersion());
    assertThatThrownBy(() -> scim.replaceRequest(made).ifMatch().invoke())
        .isInstanceOf(PreconditionFailedException.class);

    UserResource patched =
        scim.modifyRequest(replaced)
            .replaceValue("displayName", "Babs")
            .addValues("emails", new Email().setValue("babs@jensen.org").setType("home"))
            .removeValues("title")
            .removeValues("emails[type eq \"work\"]")
            .ifMatch()
            .invoke();
    assertThat(patched.getDisplayName()).isEqualTo("Babs");
    assertThat(patched.getTitle()).isNull();
    assertThat(patched.getEmails()).extracting(Email::getValue).containsExactly("babs@jensen.org");

    scim.deleteRequest(patched).invoke();
    assertThatThrownBy(() -> scim.retrieve(patched)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void usersAreSearchedSortedAndPaged() throws ScimException {
    made("carol", "Abel");
    made("adam", "Zorn");
    made("babs", "Jensen");
    ListResponse<UserResource> sorted =
        scim.searchRequest("Users")
            .filter("name.familyName co \"e\" and emails[type eq \"work\" and value ew \".com\"]")
            .sort("userName", SortOrder.DESCENDING)
            .invoke(UserResource.class);
    assertThat(sorted.getResources())
        .extracting(UserResource::getUserName)
        .containsExactly("carol", "babs");
    ListResponse<UserResource> page =
        scim.searchRequest("Users")
            .sort("userName", SortOrder.ASCENDING)
            .page(2, 1)
            .attributes("userName")
            .invokePost(UserResource.class);
    assertThat(page.getTotalResults()).isEqualTo(3);
    assertThat(page.getResources()).hasSize(1);
    assertThat(page.getResources().getFirst().getUserName()).isEqualTo("babs");
    assertThat(page.getResources().getFirst().getName()).isNull();
  }

  @Test
  void allUsersAreWalkedByCursor() throws ScimException {
    for (int i = 0; i < 5; i++) {
      made("user" + i, "Family" + i);
    }
    List<String> walked = new ArrayList<>();
    ListResponse<UserResource> page =
        scim.searchRequest("Users").firstPageCursorWithCount(2).invoke(UserResource.class);
    page.getResources().forEach(user -> walked.add(user.getUserName()));
    while (page.getNextCursor() != null) {
      page =
          scim.searchRequest("Users")
              .pageWithCursor(page.getNextCursor(), 2)
              .invoke(UserResource.class);
      page.getResources().forEach(user -> walked.add(user.getUserName()));
    }
    assertThat(walked).containsExactlyInAnyOrder("user0", "user1", "user2", "user3", "user4");
  }

  @Test
  void aGroupLivesWithItsMembers() throws ScimException {
    UserResource babs = made("babs", "Jensen");
    UserResource adam = made("adam", "Zorn");
    GroupResource group =
        scim.create(
            "Groups",
            new GroupResource()
                .setDisplayName("Guides")
                .setMembers(new Member().setValue(babs.getId()).setType("User")));
    assertThat(group.getMembers()).extracting(Member::getValue).containsExactly(babs.getId());
    GroupResource patched =
        scim.modifyRequest(group)
            .addValues("members", new Member().setValue(adam.getId()))
            .removeValues("members[value eq \"" + babs.getId() + "\"]")
            .invoke();
    assertThat(patched.getMembers()).extracting(Member::getValue).containsExactly(adam.getId());
    assertThat(scim.retrieve(adam).getGroups())
        .extracting(com.unboundid.scim2.common.types.Group::getValue)
        .containsExactly(group.getId());
    patched.setDisplayName("Tour Guides");
    assertThat(scim.replace(patched).getDisplayName()).isEqualTo("Tour Guides");
    scim.delete("Groups", group.getId());
    assertThatThrownBy(() -> scim.retrieve("Groups", group.getId(), GroupResource.class))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void manyChangesGoInOneRequest() throws ScimException {
    UserResource adam = made("adam", "Zorn");
    BulkResponse response =
        scim.bulkRequest()
            .append(
                BulkOperation.post("/Users", user("babs", "Jensen")).setBulkId("babs"),
                BulkOperation.post(
                        "/Groups",
                        new GroupResource()
                            .setDisplayName("Guides")
                            .setMembers(new Member().setValue("bulkId:babs")))
                    .setBulkId("guides"),
                BulkOperation.patch(
                    "/Users/" + adam.getId(), PatchOperation.replace("title", "Boss")),
                BulkOperation.delete("/Users/" + adam.getId()),
                BulkOperation.delete("/Users/" + adam.getId()))
            .invoke();
    assertThat(response.getOperations())
        .extracting(BulkOperationResult::getStatus)
        .containsExactly("201", "201", "200", "204", "404");
    assertThat(scim.searchRequest("Users").filter("groups pr").invoke(UserResource.class))
        .extracting(UserResource::getUserName)
        .containsExactly("babs");
  }
}
