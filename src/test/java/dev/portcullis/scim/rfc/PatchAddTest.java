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
import tools.jackson.databind.JsonNode;

/** RFC 7644 §3.5.2 and §3.5.2.1: the paths of a patch, and adding. */
@OnBothDatabases
class PatchAddTest {

  private final ScimClient scim;
  private final String babs;
  private final String guides;

  PatchAddTest(TestDatabase database) {
    this.scim = Example.client(database);
    this.babs =
        scim.user(
            "bjensen",
            """
            ,"name":{"givenName":"Barbara"},
             "emails":[{"value":"bjensen@example.com","type":"work","primary":true}],
             "addresses":[{"type":"work","locality":"Hollywood"}]\
            """);
    this.guides = scim.group("Tour Guides");
  }

  private String addBabs() {
    return """
    {"op":"add","path":"members","value":[
      {"display":"Babs Jensen","$ref":"https://example.com/v2/Users/%s","value":"%s"}]}\
    """
        .formatted(babs, babs);
  }

  @Test
  void aMemberIsAddedAndAddingAgainChangesNothing() {
    Reply first = scim.patch("/Groups/" + guides, addBabs());
    assertResource(first, 200);
    assertThat(scim.members(guides)).containsExactly(babs);
    Reply second = scim.patch("/Groups/" + guides, addBabs());
    assertThat(second.json()).isEqualTo(first.json());
    assertThat(second.at("/meta/version")).isEqualTo(first.at("/meta/version"));
  }

  @Test
  void attributesAreAddedWithoutAPath() {
    String operation =
        """
        {"op":"add","value":{
          "emails":[{"value":"babs@jensen.org","type":"home"}],"nickname":"Babs"}}\
        """;
    Reply patched = scim.patch("/Users/" + babs, operation);
    JsonNode user = assertResource(patched, 200);
    assertThat(patched.at("/nickName")).isEqualTo("Babs");
    assertThat(user.at("/emails").size()).isEqualTo(2);
    assertThat(patched.at("/emails/0/value")).isEqualTo("bjensen@example.com");
    assertThat(patched.at("/emails/1/value")).isEqualTo("babs@jensen.org");
    assertThat(scim.patch("/Users/" + babs, operation).json()).isEqualTo(user);
  }

  @Test
  void aSubAttributeIsSet() {
    Reply patched =
        scim.patch(
            "/Users/" + babs, "{\"op\":\"add\",\"path\":\"name.familyName\",\"value\":\"Jensen\"}");
    assertThat(assertResource(patched, 200).at("/name"))
        .isEqualTo(ScimClient.json("{\"givenName\":\"Barbara\",\"familyName\":\"Jensen\"}"));
  }

  @Test
  void aComplexAttributeGainsSubAttributes() {
    Reply patched =
        scim.patch(
            "/Users/" + babs,
            "{\"op\":\"add\",\"path\":\"name\",\"value\":{\"familyName\":\"Jensen\"}}",
            "{\"op\":\"add\",\"path\":\"addresses[type eq \\\"work\\\"]\",\"value\":"
                + "{\"region\":\"CA\"}}");
    assertResource(patched, 200);
    assertThat(patched.at("/name/givenName")).isEqualTo("Barbara");
    assertThat(patched.at("/name/familyName")).isEqualTo("Jensen");
    assertThat(patched.at("/addresses/0/locality")).isEqualTo("Hollywood");
    assertThat(patched.at("/addresses/0/region")).isEqualTo("CA");
  }

  @Test
  void aSingleValueIsReplacedByAdding() {
    scim.patch("/Users/" + babs, "{\"op\":\"add\",\"path\":\"title\",\"value\":\"Guide\"}");
    Reply patched =
        scim.patch("/Users/" + babs, "{\"op\":\"add\",\"path\":\"title\",\"value\":\"Boss\"}");
    assertThat(patched.at("/title")).isEqualTo("Boss");
  }

  @Test
  void aNewPrimaryValueTakesThatFromTheOther() {
    Reply patched =
        scim.patch(
            "/Users/" + babs,
            """
            {"op":"add","path":"emails","value":[{"value":"babs@jensen.org","primary":true}]}\
            """);
    assertThat(assertResource(patched, 200).at("/emails").size()).isEqualTo(2);
    assertThat(patched.json().at("/emails/0/primary").asBoolean(false)).isFalse();
    assertThat(patched.json().at("/emails/1/primary").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "members[value eq \\\"2819c223-7f76-453a-919d-413861904646\\\"].displayName",
        "colour",
        "name.colour"
      })
  void aPathThatTheSchemaLacksIsRefused(String path) {
    String operation = "{\"op\":\"add\",\"path\":\"" + path + "\",\"value\":\"x\"}";
    String target = path.startsWith("members") ? "/Groups/" + guides : "/Users/" + babs;
    assertRefused(scim.patch(target, operation), 400, "invalidPath");
  }
}
