package dev.portcullis.scim.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.ScimReplies;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What must be true of an attribute that clients may write. */
final class Trips {

  /** A PUT that says nothing of these leaves them alone; docs/scim.md says so. */
  private static final List<String> KEPT_BY_PUT = List.of("active");

  private final Laboratory laboratory;
  private final ScimClient scim;

  Trips(Laboratory laboratory) {
    this.laboratory = laboratory;
    this.scim = laboratory.scim();
  }

  private JsonNode made(Advertised attribute, JsonNode value) {
    return laboratory.made(attribute, laboratory.body(attribute, value));
  }

  private void assertShows(Advertised attribute, JsonNode resource, JsonNode written) {
    assertThat(Agreement.holds(attribute.in(resource), written))
        .as(attribute + ": " + written + " in " + resource)
        .isTrue();
  }

  /** POST, then GET, whole and with the attribute chosen or left out. */
  void isWrittenAndRead(Advertised attribute) {
    JsonNode value = laboratory.sample(attribute, 0);
    JsonNode made = made(attribute, value);
    String address = Laboratory.address(attribute, made);
    JsonNode read = scim.get(address).json();
    assertThat(read).isEqualTo(made);
    JsonNode chosen = scim.query(address, "attributes", attribute.path()).json();
    JsonNode without = scim.query(address, "excludedAttributes", attribute.path()).json();
    boolean never = attribute.returned().equals("never");
    if (never) {
      assertThat(made.toString() + chosen).doesNotContain(value.asString(""));
    } else {
      assertShows(attribute, chosen, value);
    }
    boolean request = attribute.returned().equals("request");
    assertThat(attribute.in(read).isMissingNode()).isEqualTo(never || request);
    assertThat(attribute.in(without).isMissingNode())
        .isEqualTo(!attribute.returned().equals("always"));
    if (attribute.extension() && !never) {
      assertThat(ScimReplies.texts(read.at("/schemas"))).contains(attribute.urn());
    }
  }

  /** Every simple value is found by eq and pr, and by brackets where there are several. */
  void isFound(Advertised attribute) {
    JsonNode value = laboratory.sample(attribute, 0);
    JsonNode made = made(attribute, value);
    JsonNode other = laboratory.made(attribute, laboratory.bare(attribute));
    for (Leaf leaf : Leaf.of(attribute, value)) {
      assertThat(laboratory.finds(attribute, made, leaf.equality())).as(leaf.path()).isTrue();
      assertThat(laboratory.finds(attribute, made, leaf.path() + " pr")).isTrue();
      assertThat(laboratory.finds(attribute, made, "not (" + leaf.equality() + ")")).isFalse();
      boolean always = attribute.isRequired() || KEPT_BY_PUT.contains(attribute.name());
      assertThat(laboratory.finds(attribute, other, leaf.path() + " pr")).isEqualTo(always);
      if (!leaf.within().isEmpty()) {
        assertThat(laboratory.finds(attribute, made, leaf.inBrackets())).as(leaf.path()).isTrue();
        assertThat(laboratory.finds(attribute, other, leaf.inBrackets())).isFalse();
      }
      if (!leaf.otherCase().isEmpty()) {
        assertThat(laboratory.finds(attribute, made, leaf.otherCase()))
            .as(leaf.otherCase())
            .isEqualTo(!leaf.attribute().isCaseExact());
      }
    }
  }

  /** The smaller value comes first, or last the other way round. */
  void isSorted(Advertised attribute) {
    JsonNode small = laboratory.sample(attribute, 0);
    JsonNode great = laboratory.sample(attribute, 1);
    String first = made(attribute, small).at("/id").asString("");
    String second = made(attribute, great).at("/id").asString("");
    String both = "id eq \"%s\" or id eq \"%s\"".formatted(second, first);
    for (Leaf leaf : Leaf.of(attribute, small)) {
      boolean comparable =
          Leaf.of(attribute, great).stream()
              .anyMatch(g -> g.path().equals(leaf.path()) && !g.value().equals(leaf.value()));
      if (comparable && !leaf.attribute().name().equals("type")) {
        assertThat(ids(attribute, "sortBy", leaf.path(), "filter", both))
            .as(leaf.path())
            .containsExactly(first, second);
        assertThat(ids(attribute, "sortBy", leaf.path(), "sortOrder", "descending", "filter", both))
            .as(leaf.path())
            .containsExactly(second, first);
      }
    }
  }

  private List<String> ids(Advertised attribute, String... parameters) {
    Reply list = scim.query(attribute.endpoint(), parameters);
    assertThat(list.status()).as(list.text()).isEqualTo(200);
    return ScimClient.each(list, "/id");
  }

  /** PUT changes it and, where it says nothing of it, clears it. */
  void isReplaced(Advertised attribute) {
    JsonNode made = made(attribute, laboratory.sample(attribute, 0));
    String address = Laboratory.address(attribute, made);
    JsonNode value = laboratory.sample(attribute, 1);
    ObjectNode body = laboratory.named(laboratory.bare(attribute), made);
    attribute.put(body, value);
    Reply put = scim.put(address, body.toString());
    if (attribute.is("immutable")) {
      ScimReplies.assertRefused(put, 400, "mutability");
      return;
    }
    assertThat(put.status()).as(put.text()).isEqualTo(200);
    if (!attribute.returned().equals("never")) {
      assertShows(attribute, laboratory.read(attribute, made), value);
    }
    if (!attribute.isRequired() && !KEPT_BY_PUT.contains(attribute.name())) {
      ObjectNode bare = laboratory.named(laboratory.bare(attribute), made);
      assertThat(scim.put(address, bare.toString()).status()).isEqualTo(200);
      assertIsGone(attribute, made);
    }
  }

  private void assertIsGone(Advertised attribute, JsonNode resource) {
    JsonNode left = attribute.in(laboratory.read(attribute, resource));
    assertThat(left.isMissingNode() || left.isEmpty()).as(attribute + " " + left).isTrue();
  }

  /** PATCH replaces it, part by part where it has parts, and removes it. */
  void isPatched(Advertised attribute) {
    JsonNode made = made(attribute, laboratory.sample(attribute, 0));
    String address = Laboratory.address(attribute, made);
    JsonNode value = laboratory.sample(attribute, 1);
    Reply patched = scim.patch(address, operation("replace", attribute.path(), value));
    if (attribute.is("immutable")) {
      ScimReplies.assertRefused(patched, 400, "mutability");
      return;
    }
    assertThat(patched.status()).as(patched.text()).isEqualTo(200);
    if (!attribute.returned().equals("never")) {
      assertShows(attribute, laboratory.read(attribute, made), value);
    }
    if (attribute.isRequired()) {
      ScimReplies.assertRefused(
          scim.patch(address, "{\"op\":\"remove\",\"path\":\"" + attribute.path() + "\"}"),
          400,
          "mutability");
    } else if (!KEPT_BY_PUT.contains(attribute.name())) {
      scim.patch(address, "{\"op\":\"remove\",\"path\":\"" + attribute.path() + "\"}");
      assertIsGone(attribute, made);
    }
  }

  private static String operation(String op, String path, JsonNode value) {
    return "{\"op\":\"%s\",\"path\":\"%s\",\"value\":%s}".formatted(op, path, value);
  }

  /** Each part alone is replaced and removed, in a list that of one element. */
  void partsArePatched(Advertised attribute) {
    JsonNode from = laboratory.sample(attribute, 0);
    JsonNode to = laboratory.sample(attribute, 1);
    JsonNode values = to.isArray() ? to.get(0) : to;
    for (Leaf leaf : Leaf.of(attribute, from)) {
      if (leaf.attribute().is("readWrite") && values.has(leaf.attribute().name())) {
        JsonNode made = made(attribute, from);
        String address = Laboratory.address(attribute, made);
        String path = partPath(attribute, leaf);
        JsonNode value = values.get(leaf.attribute().name());
        Reply patched = scim.patch(address, operation("replace", path, value));
        assertThat(patched.status()).as(path + " " + patched.text()).isEqualTo(200);
        JsonNode shown = attribute.in(laboratory.read(attribute, made));
        JsonNode element = shown.isArray() ? shown.get(0) : shown;
        assertThat(Agreement.holds(element.path(leaf.attribute().name()), value))
            .as(path + " " + shown)
            .isTrue();
      }
    }
  }

  private static String partPath(Advertised attribute, Leaf leaf) {
    if (!attribute.isMultiValued()) {
      return leaf.path();
    }
    return leaf.inBrackets().replace("\"", "\\\"") + "." + leaf.attribute().name();
  }
}
