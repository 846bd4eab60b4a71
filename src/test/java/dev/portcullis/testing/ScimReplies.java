package dev.portcullis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What every SCIM reply of a kind must look like, whatever it answers. */
public final class ScimReplies {

  private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
  private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";

  private ScimReplies() {}

  /** A single resource with the headers that belong to it (RFC 7644 §3.1, §3.3, §3.14). */
  public static JsonNode assertResource(Reply reply, int status) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
    JsonNode resource = reply.json();
    assertThat(reply.at("/id")).isNotBlank();
    assertThat(texts(resource.at("/schemas"))).isNotEmpty().doesNotHaveDuplicates();
    assertThat(reply.at("/meta/location")).startsWith("http").endsWith(reply.at("/id"));
    assertThat(reply.header("Location")).isEqualTo(reply.at("/meta/location"));
    assertThat(reply.header("Content-Location")).isEqualTo(reply.at("/meta/location"));
    assertThat(reply.at("/meta/resourceType")).isIn("User", "Group");
    assertThat(reply.at("/meta/created")).isNotBlank();
    assertThat(reply.at("/meta/lastModified")).isNotBlank();
    assertThat(reply.at("/meta/version")).startsWith("W/\"").endsWith("\"");
    assertThat(reply.header("ETag")).isEqualTo(reply.at("/meta/version"));
    return resource;
  }

  /** A list (RFC 7644 §3.4.2) whose numbers are numbers and agree with it. */
  public static List<JsonNode> assertList(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
    assertThat(reply.at("/schemas/0")).isEqualTo(LIST);
    assertThat(reply.json().at("/totalResults").isIntegralNumber()).isTrue();
    assertThat(reply.json().at("/Resources").isArray()).as(reply.text()).isTrue();
    List<JsonNode> resources = new ArrayList<>();
    reply.json().at("/Resources").forEach(resources::add);
    assertThat(reply.json().at("/itemsPerPage").intValue(-1)).isEqualTo(resources.size());
    return resources;
  }

  /** A refusal (RFC 7644 §3.12) whose detail names what is to be changed. */
  public static void assertRefused(Reply reply, int status, String scimType, String... named) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(status);
    assertFault(reply);
    assertThat(reply.at("/scimType")).as(reply.text()).isEqualTo(scimType);
    assertThat(List.of(named))
        .allSatisfy(name -> assertThat(reply.at("/detail")).containsIgnoringCase(name));
  }

  /** The shape of a refusal, whichever. */
  public static void assertFault(Reply reply) {
    assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
    assertFault(reply.json(), reply.status());
  }

  /** The shape of a refusal that stands within another message. */
  public static void assertFault(JsonNode fault, int status) {
    assertThat(texts(fault.at("/schemas"))).as(fault.toString()).containsExactly(ERROR);
    assertThat(fault.at("/status").isString()).isTrue();
    assertThat(fault.at("/status").asString("")).isEqualTo(Integer.toString(status));
    assertThat(fault.at("/detail").asString("")).isNotBlank();
  }

  /** The texts of an array. */
  public static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString("")));
    return texts;
  }
}
