package dev.portcullis.scim;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Returned;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which attributes a client sees: those that it wants by {@code attributes} or {@code
 * excludedAttributes} (RFC 7644 §3.9), within what the definitions allow (RFC 7643 §7). What is
 * returned always stays, what is returned never does not appear, and what is returned on request
 * must be named. Names that no schema defines select nothing.
 */
record Projection(ResourceSchema schema, AttributeSelection selection) {

  /**
   * Reads the two parameters.
   *
   * @throws ScimFault {@code invalidValue} if both are there, or have too many names
   */
  static Projection of(
      Optional<String> attributes, Optional<String> excludedAttributes, ResourceSchema schema) {
    var named = AttributeNames.paths("attributes", attributes, schema);
    var excluded = AttributeNames.paths("excludedAttributes", excludedAttributes, schema);
    if (!named.isEmpty() && !excluded.isEmpty()) {
      throw ScimFault.invalidValue(
          "`attributes` and `excludedAttributes` exclude each other: leave one of them out");
    }
    return new Projection(schema, new AttributeSelection(named.isEmpty(), named, excluded));
  }

  /** Whether the client names the attributes that it wants. */
  boolean isSelective() {
    return !selection.byDefault();
  }

  /** Whether an attribute is shown, so that what it needs must be read. */
  boolean shows(String attribute) {
    return selection.shows(attribute, returned(schema.attribute(attribute)));
  }

  /** The resource with what is wanted of it. */
  Map<String, Object> of(Map<String, Object> resource) {
    Map<String, Object> shown = new LinkedHashMap<>();
    resource.forEach((name, value) ->
        schema
            .extension(name)
            .map(extension -> extension(extension, value))
            .orElseGet(() -> part(selection, name, value, schema::attribute))
            .ifPresent(part -> shown.put(name, part)));
    return shown;
  }

  /** An extension is there if something of it is. */
  private Optional<Object> extension(ResourceSchema extension, Object value) {
    return within(selection.below(extension.urn()), value, extension::attribute);
  }

  private static Optional<Object> part(
      AttributeSelection selection,
      String name,
      Object value,
      Function<String, Optional<AttributeDefinition>> definitions) {
    Optional<AttributeDefinition> definition = definitions.apply(name);
    Returned returned = returned(definition);
    if (!selection.shows(name, returned)) {
      return Optional.empty();
    }
    Collection<AttributeDefinition> parts =
        definition.map(AttributeDefinition::getSubAttributes).orElse(List.of());
    AttributeSelection below =
        returned == Returned.ALWAYS ? AttributeSelection.SILENT : selection.below(name);
    boolean whole =
        below.isSilent() && parts.stream().allMatch(sub -> sub.getReturned() == Returned.DEFAULT);
    return whole
        ? Optional.of(value)
        : within(
            below, value, sub -> definition.flatMap(of -> ResourceSchema.subAttribute(of, sub)));
  }

  private static Optional<Object> within(
      AttributeSelection selection,
      Object value,
      Function<String, Optional<AttributeDefinition>> definitions) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<Object, Object> parts = new LinkedHashMap<>();
        map.forEach((name, part) ->
            part(selection, (String) name, part, definitions)
                .ifPresent(shown -> parts.put(name, shown)));
        yield parts.isEmpty() ? Optional.empty() : Optional.of(parts);
      }
      case List<?> list when list.isEmpty() -> Optional.of(list);
      case List<?> list -> {
        List<?> elements =
            list.stream().flatMap(e -> within(selection, e, definitions).stream()).toList();
        yield elements.isEmpty() ? Optional.empty() : Optional.of(elements);
      }
      default -> selection.byDefault() ? Optional.of(value) : Optional.empty();
    };
  }

  private static Returned returned(Optional<AttributeDefinition> definition) {
    return definition.map(AttributeDefinition::getReturned).orElse(Returned.DEFAULT);
  }
}
