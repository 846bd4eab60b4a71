package dev.portcullis.scim.filter;

import dev.portcullis.scim.schema.ResourceSchema;
import java.util.List;
import java.util.Optional;

/**
 * The attributes of a resource type.
 *
 * @param searched the schemas of all types that the same filter is for; what one of them lacks is
 *     without value there (RFC 7644 §3.4.2.1), what all lack is unknown
 */
record SchemaScope(ResourceSchema schema, List<ResourceSchema> searched) implements Scope {

  @Override
  public Optional<NamedAttribute> find(AttributeReference name) {
    Optional<NamedAttribute> found = NamedAttribute.find(name, schema);
    if (found.isEmpty() && searched.stream().noneMatch(s -> isIn(s, name))) {
      throw PositionedFault.FILTER.at(name.position(), problem(name));
    }
    return found;
  }

  private static boolean isIn(ResourceSchema schema, AttributeReference name) {
    return NamedAttribute.find(name, schema).isPresent();
  }

  private String problem(AttributeReference name) {
    return "%s is not an attribute of what is searched for%s"
        .formatted(
            name.quoted(),
            urnThatIsMissing(name)
                .map(urn -> ": write its schema and a colon before it, " + urn + ":" + name.text())
                .orElse(""));
  }

  private Optional<String> urnThatIsMissing(AttributeReference name) {
    return searched.stream()
        .flatMap(s -> s.extensions().stream())
        .filter(extension -> name.urn().isEmpty() && isIn(extension, name))
        .map(ResourceSchema::urn)
        .findFirst();
  }
}
