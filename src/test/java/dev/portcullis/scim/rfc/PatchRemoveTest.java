package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.5.2.2: removing. */
@OnBothDatabases
class PatchRemoveTest {

  private final ScimClient scim;
  private final String babs;
  private final String james;
  private final String guides;

  PatchRemoveTest(TestDatabase database) {
    this.scim = Example.client(database);
    this.babs =
        scim.user(
            "bjensen",
            """
            ,"name":{"familyName":"Jensen","givenName":"Barbara"},"nickName":"Babs",
             "emails":[{"value":"bjensen@example.com","type":"work"},
                       {"value":"babs@work.example","type":"work"},
                       {"value":"babs@example.com","type":"home"}]\
            """);
    this.james = scim.user("jsmith");
    this.guides = scim.group("Tour Guides", babs, james);
  }

  private static String removal(String path) {
    return "{\"op\":\"remove\",\"path\":\"%s\"}".formatted(path.replace("\"", "\\\""));
  }

  @Test
  void oneMemberIsRemoved() {
    Reply patched = scim.patch("/Groups/" + guides, removal("members[value eq \"" + babs + "\"]"));
    assertResource(patched, 200);
    assertThat(scim.members(guides)).containsExactly(james);
    assertThat(patched.at("/members/0/value")).isEqualTo(james);
  }

  @Test
  void allMembersAreRemoved() {
    Reply patched = scim.patch("/Groups/" + guides, removal("members"));
    assertThat(assertResource(patched, 200).at("/members").size()).isZero();
    assertThat(scim.members(guides)).isEmpty();
  }

  @Test
  void valuesAreRemovedByAFilterOverTwoSubAttributes() {
    Reply patched =
        scim.patch(
            "/Users/" + babs, removal("emails[type eq \"work\" and value ew \"example.com\"]"));
    assertThat(assertResource(patched, 200).at("/emails").size()).isEqualTo(2);
    assertThat(patched.at("/emails/0/value")).isEqualTo("babs@work.example");
    assertThat(patched.at("/emails/1/value")).isEqualTo("babs@example.com");
  }

  @Test
  void oneMemberGoesAndAnotherComesInOneRequest() {
    String carol = scim.user("carol");
    Reply patched =
        scim.patch(
            "/Groups/" + guides,
            removal("members[value eq \"" + babs + "\"]"),
            """
            {"op":"add","path":"members","value":[
              {"display":"James Smith","$ref":"https://example.com/v2/Users/%s","value":"%s"}]}\
            """
                .formatted(carol, carol));
    assertResource(patched, 200);
    assertThat(scim.members(guides)).containsExactlyInAnyOrder(james, carol);
  }

  @Test
  void attributesAndSubAttributesAreRemoved() {
    Reply patched =
        scim.patch(
            "/Users/" + babs, removal("nickName"), removal("name.givenName"), removal("emails"));
    assertResource(patched, 200);
    assertThat(patched.json().has("nickName")).isFalse();
    assertThat(patched.json().has("emails")).isFalse();
    assertThat(patched.json().at("/name"))
        .isEqualTo(ScimClient.json("{\"familyName\":\"Jensen\"}"));
    assertThat(scim.patch("/Users/" + babs, removal("nickName")).json()).isEqualTo(patched.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"userName", "id", "meta", "meta.created", "groups"})
  void whatIsRequiredOrReadOnlyStays(String path) {
    assertRefused(scim.patch("/Users/" + babs, removal(path)), 400, "mutability");
  }

  @Test
  void aRemovalNeedsATarget() {
    assertRefused(scim.patch("/Users/" + babs, "{\"op\":\"remove\"}"), 400, "noTarget");
    assertRefused(scim.patch("/Groups/" + guides, removal("displayName")), 400, "mutability");
    assertRefused(scim.patch("/Users/" + Example.NOBODY, removal("nickName")), 404, "");
  }
}
