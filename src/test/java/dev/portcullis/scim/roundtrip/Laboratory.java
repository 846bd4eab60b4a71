package dev.portcullis.scim.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes resources that have nothing but one attribute, and looks for them. */
final class Laboratory {

  private static final AtomicInteger NAMES = new AtomicInteger();

  private final ScimClient scim;
  private final Samples samples;

  Laboratory(ScimClient scim) {
    this.scim = scim;
    this.samples = new Samples(List.of(scim.user("aaron"), scim.user("bella")));
  }

  ScimClient scim() {
    return scim;
  }

  /** The sample of this number; names that must be unique are so. */
  JsonNode sample(Advertised attribute, int which) {
    JsonNode sample = samples.of(attribute, which);
    return attribute.isUnique() || attribute.isRequired()
        ? JsonNodeFactory.instance.stringNode(sample.asString("") + " " + NAMES.incrementAndGet())
        : sample;
  }

  /** A body with what the resource type requires and this value of the attribute. */
  ObjectNode body(Advertised attribute, JsonNode value) {
    ObjectNode body = bare(attribute);
    attribute.put(body, value);
    return body;
  }

  /** A body with what the resource type requires. */
  ObjectNode bare(Advertised attribute) {
    boolean user = attribute.endpoint().equals("/Users");
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("schemas").add(user ? ScimClient.USER : ScimClient.GROUP);
    body.put(user ? "userName" : "displayName", "round trip " + NAMES.incrementAndGet());
    return body;
  }

  /** The same body under another resource's name. */
  ObjectNode named(ObjectNode body, JsonNode resource) {
    for (String name : List.of("userName", "displayName")) {
      if (body.has(name) && resource.has(name)) {
        body.set(name, resource.get(name));
      }
    }
    return body;
  }

  JsonNode made(Advertised attribute, ObjectNode body) {
    Reply reply = scim.post(attribute.endpoint(), body.toString());
    assertThat(reply.status()).as(attribute + " " + reply.text()).isEqualTo(201);
    return reply.json();
  }

  static String address(Advertised attribute, JsonNode resource) {
    return attribute.endpoint() + "/" + resource.at("/id").asString("");
  }

  /** The resource with this attribute, which some show on request only. */
  JsonNode read(Advertised attribute, JsonNode resource) {
    String query = attribute.returned().equals("request") ? "?attributes=" + attribute.path() : "";
    Reply reply = scim.get(address(attribute, resource) + query);
    assertThat(reply.status()).as(attribute + " " + reply.text()).isEqualTo(200);
    return reply.json();
  }

  /** Whether the filter finds the resource. */
  boolean finds(Advertised attribute, JsonNode resource, String filter) {
    String id = resource.at("/id").asString("");
    Reply found =
        scim.query(attribute.endpoint(), "filter", "id eq \"" + id + "\" and (" + filter + ")");
    assertThat(found.status()).as(filter + " " + found.text()).isEqualTo(200);
    return found.json().at("/totalResults").intValue() == 1;
  }
}
