package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Okta says of the last Admin takes effect, and the audit log raises an alert. */
@OnBothDatabases
class LastAdminAlertTest {

  private static final String ADA = "ada@acme.example";

  private final Portal portal;
  private final String ada;
  private final String group;

  LastAdminAlertTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    ada = portal.person(ADA);
    group = portal.group("chiefs", ada);
    portal.groupRule("chiefs", "chiefs", "{\"role\":\"Admin\"}");
  }

  private JsonNode alerts() {
    return portal.admin().get("/v1/audit-log?resources=admins").json().at("/audits");
  }

  private void isAlerted() {
    assertThat(alerts()).hasSize(1);
    assertThat(alerts().at("/0/diff/before/present").asBoolean(false)).isTrue();
    assertThat(alerts().at("/0/diff/after/present").asBoolean(true)).isFalse();
    assertThat(alerts().at("/0/diff/after/people")).hasSize(1);
    assertThat(alerts().at("/0/message").asString()).contains("no Admin", "app");
    assertThat(portal.admin().get("/v1/connections").status())
        .as("an app is the way back in")
        .isEqualTo(200);
  }

  private Reply scim(String method, String path, String body) {
    Reply reply = portal.okta().scim().send(method, path, BodyPublishers.ofString(body));
    assertThat(reply.status()).as(reply.text()).isLessThan(300);
    return reply;
  }

  @Test
  void leavingTheGroup() {
    portal.removeMember(group, ada);
    isAlerted();
    assertThat(alerts().at("/0/diff/after/people/0").asString()).isEqualTo(ada);
  }

  @Test
  void anEmptiedGroup() {
    scim(
        "PUT",
        "/scim/v2/Groups/" + group,
        """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"chiefs",
         "members":[]}
        """);
    isAlerted();
  }

  @Test
  void aRenamedGroup() {
    portal.rename(group, "others");
    isAlerted();
  }

  @Test
  void aDeletedGroup() {
    scim("DELETE", "/scim/v2/Groups/" + group, "");
    isAlerted();
  }

  @Test
  void aDeactivatedPerson() {
    portal.deactivate(ada);
    isAlerted();
  }

  @Test
  void aDeletedPerson() {
    scim("DELETE", "/scim/v2/Users/" + ada, "");
    isAlerted();
  }

  @Test
  void anotherPersonInTheirPlace() {
    scim(
        "PATCH",
        "/scim/v2/Users/" + ada,
        """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
         "Operations":[{"op":"replace","value":{"externalId":"00u-another"}}]}
        """);
    isAlerted();
  }

  @Test
  void aClaimWithoutTheGroup() {
    portal.removeMember(group, ada);
    assertThat(alerts()).hasSize(1);
    String bob = portal.person("bob@acme.example");
    portal.groupRule("bosses", "bosses", "{\"role\":\"Admin\"}");
    portal.signsIn("bob@acme.example", "bosses");
    assertThat(bob).isNotEmpty();

    portal.signsInLater("bob@acme.example", "others");

    assertThat(alerts()).hasSize(2);
  }

  @Test
  void aGroupRenamedAndEmptiedAtOnce() {
    scim(
        "PUT",
        "/scim/v2/Groups/" + group,
        """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"others",
         "members":[]}
        """);
    isAlerted();
  }

  @Test
  void aRemovalOfSomebodyWhomOnlyAClaimNamed() {
    portal.person("bob@acme.example");
    portal.signsIn("bob@acme.example", "chiefs");
    portal.removeMember(group, ada);
    assertThat(alerts()).isEmpty();

    portal.removeMember(group, portal.admin().get("/v1/users/bob@acme.example").at("/user/id"));

    isAlerted();
  }

  @Test
  void aPushOfAGroupThatASignInMade() {
    portal.groupRule("bosses", "bosses", "{\"role\":\"Admin\"}");
    portal.person("bob@acme.example");
    portal.signsIn("bob@acme.example", "bosses");
    portal.removeMember(group, ada);
    assertThat(alerts()).isEmpty();

    scim(
        "POST",
        "/scim/v2/Groups",
        """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"bosses",
         "members":[{"value":"00u-nobody-yet"}]}
        """);

    isAlerted();
  }

  @Test
  void aPushThatDeactivatesWhomASignInMade() {
    portal.removeMember(group, ada);
    portal.signsIn("eve@acme.example", "chiefs");
    assertThat(alerts()).hasSize(1);

    scim(
        "POST",
        "/scim/v2/Users",
        """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"eve@acme.example",
         "externalId":"00u-eve@acme.example","active":false}
        """);

    assertThat(alerts()).hasSize(2);
  }

  @Test
  void anAdminByHand() {
    String kim = portal.person("kim@acme.example");
    assertThat(
            portal.admin().patch("/v1/users/kim@acme.example", "{\"roles\":[\"Admin\"]}").status())
        .isEqualTo(200);
    portal.removeMember(group, ada);
    assertThat(alerts()).isEmpty();

    portal.deactivate(kim);

    isAlerted();
  }

  @Test
  void noAlertWhereAnAdminRemainsOrNoneWasThere() {
    String bob = portal.person("bob@acme.example");
    portal.addMembers(group, bob);
    String others = portal.group("others", bob);
    portal.removeMember(others, bob);
    portal.removeMember(group, ada);
    assertThat(alerts()).isEmpty();

    portal.deactivate(bob);
    assertThat(alerts()).hasSize(1);

    portal.removeMember(group, bob);
    portal.rename(group, "former");
    assertThat(alerts()).as("it is told once").hasSize(1);
  }
}
