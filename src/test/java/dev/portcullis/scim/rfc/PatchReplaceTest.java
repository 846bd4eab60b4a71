package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** RFC 7644 §3.5.2.3: replacing parts. */
@OnBothDatabases
class PatchReplaceTest {

  private static final String WORK =
      """
      {"type":"work","streetAddress":"911 Universal City Plaza","locality":"Hollywood",
       "region":"CA","postalCode":"91608","country":"US",
       "formatted":"911 Universal City Plaza\\nHollywood, CA 91608 US","primary":true}\
      """;

  private final ScimClient scim;
  private final String babs;
  private final String james;

  PatchReplaceTest(TestDatabase database) {
    this.scim = Example.client(database);
    this.babs =
        scim.user(
            "bjensen",
            """
            ,"nickName":"Barb","emails":[{"value":"old@example.com","type":"other"}],
             "addresses":[{"type":"work","streetAddress":"100 Universal City Plaza"},
                          {"type":"home","streetAddress":"456 Hollywood Blvd"}]\
            """);
    this.james = scim.user("jsmith");
  }

  @Test
  void allMembersAreReplacedByAnotherList() {
    String carol = scim.user("carol");
    String guides = scim.group("Tour Guides", carol);
    Reply patched =
        scim.patch(
            "/Groups/" + guides,
            """
            {"op":"replace","path":"members","value":[
              {"display":"Babs Jensen","$ref":"https://example.com/v2/Users/%s","value":"%s"},
              {"display":"James Smith","$ref":"https://example.com/v2/Users/%s","value":"%s"}]}\
            """
                .formatted(babs, babs, james, james));
    assertThat(assertResource(patched, 200).at("/members").size()).isEqualTo(2);
    assertThat(scim.members(guides)).containsExactlyInAnyOrder(babs, james);
    assertThat(scim.get("/Users/" + carol).json().at("/groups").size()).isZero();
  }

  @Test
  void aWholeAddressIsReplaced() {
    Reply patched =
        scim.patch(
            "/Users/" + babs,
            "{\"op\":\"replace\",\"path\":\"addresses[type eq \\\"work\\\"]\",\"value\":"
                + WORK
                + "}");
    JsonNode user = assertResource(patched, 200);
    assertThat(user.at("/addresses").size()).isEqualTo(2);
    assertThat(user.at("/addresses/0")).isEqualTo(ScimClient.json(WORK));
    assertThat(patched.at("/addresses/1/streetAddress")).isEqualTo("456 Hollywood Blvd");
  }

  @Test
  void oneSubAttributeOfAnAddressIsReplaced() {
    Reply patched =
        scim.patch(
            "/Users/" + babs,
            """
            {"op":"replace","path":"addresses[type eq \\"work\\"].streetAddress",
             "value":"1010 Broadway Ave"}\
            """);
    assertResource(patched, 200);
    assertThat(patched.at("/addresses/0/streetAddress")).isEqualTo("1010 Broadway Ave");
    assertThat(patched.at("/addresses/1/streetAddress")).isEqualTo("456 Hollywood Blvd");
  }

  @Test
  void severalAttributesAreReplacedWithoutAPath() {
    Reply patched =
        scim.patch(
            "/Users/" + babs,
            """
            {"op":"replace","value":{
              "emails":[{"value":"bjensen@example.com","type":"work","primary":true},
                        {"value":"babs@jensen.org","type":"home"}],
              "nickname":"Babs"}}\
            """);
    assertThat(assertResource(patched, 200).at("/emails").size()).isEqualTo(2);
    assertThat(patched.at("/emails/0/value")).isEqualTo("bjensen@example.com");
    assertThat(patched.at("/nickName")).isEqualTo("Babs");
  }

  @Test
  void aFilterThatMeetsNothingIsNoTarget() {
    assertRefused(
        scim.patch(
            "/Users/" + babs,
            """
            {"op":"replace","path":"addresses[type eq \\"other\\"].locality","value":"Burbank"}\
            """),
        400,
        "noTarget");
  }

  @Test
  void whatIsReadOnlyIsNotReplaced() {
    assertRefused(
        scim.patch("/Users/" + babs, "{\"op\":\"replace\",\"path\":\"id\",\"value\":\"x\"}"),
        400,
        "mutability",
        "id");
  }

  @Test
  void aFailingOperationUndoesThoseBeforeIt() {
    String before = scim.get("/Users/" + babs).text();
    assertRefused(
        scim.patch(
            "/Users/" + babs,
            "{\"op\":\"replace\",\"path\":\"nickName\",\"value\":\"Other\"}",
            "{\"op\":\"replace\",\"path\":\"colour\",\"value\":\"red\"}"),
        400,
        "invalidPath");
    assertThat(scim.get("/Users/" + babs).text()).isEqualTo(before);
  }
}
