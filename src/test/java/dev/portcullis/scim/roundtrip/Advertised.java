package dev.portcullis.scim.roundtrip;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An attribute as the discovery document describes it.
 *
 * @param endpoint of the resource type that has it
 * @param urn of the schema that has it
 * @param extension whether that schema extends the resource type
 */
record Advertised(String endpoint, String urn, boolean extension, JsonNode definition) {

  String name() {
    return definition.at("/name").asString("");
  }

  String type() {
    return definition.at("/type").asString("");
  }

  boolean isMultiValued() {
    return definition.at("/multiValued").booleanValue(false);
  }

  boolean isRequired() {
    return definition.at("/required").booleanValue(false);
  }

  boolean isUnique() {
    return !definition.at("/uniqueness").asString("none").equals("none");
  }

  boolean isCaseExact() {
    return definition.at("/caseExact").booleanValue(false);
  }

  /** Whether it is {@code readOnly}, {@code readWrite}, {@code immutable} or {@code writeOnly}. */
  boolean is(String mutability) {
    return definition.at("/mutability").asString("").equals(mutability);
  }

  String returned() {
    return definition.at("/returned").asString("");
  }

  /** Its sub-attributes, none if it is not complex. */
  List<Advertised> parts() {
    List<Advertised> parts = new ArrayList<>();
    definition
        .at("/subAttributes")
        .forEach(part -> parts.add(new Advertised(endpoint, urn, extension, part)));
    return parts;
  }

  /** The sub-attribute of this name. */
  Advertised part(String part) {
    return parts().stream().filter(p -> p.name().equals(part)).findFirst().orElseThrow();
  }

  /** How filters, patches and queries name it. */
  String path() {
    return extension ? urn + ":" + name() : name();
  }

  /** What a resource holds of it; a missing node if nothing. */
  JsonNode in(JsonNode resource) {
    return extension ? resource.path(urn).path(name()) : resource.path(name());
  }

  /** Puts a value of it into a resource's body. */
  void put(ObjectNode body, JsonNode value) {
    if (!extension) {
      body.set(name(), value);
      return;
    }
    body.withArray("/schemas").add(urn);
    body.set(urn, JsonNodeFactory.instance.objectNode().set(name(), value));
  }

  @Override
  public String toString() {
    return endpoint.substring(1) + " " + path();
  }
}
