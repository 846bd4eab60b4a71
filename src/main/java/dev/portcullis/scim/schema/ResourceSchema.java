package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.SchemaResource;
import dev.portcullis.attribute.AttributeValues;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schema under its URN, the common attributes that its resources also have (RFC 7643 §3.1), and
 * the schemas that extend it. Names are found without regard to case (RFC 7643 §2.1).
 */
public record ResourceSchema(
    String urn,
    SchemaResource definition,
    Map<String, AttributeDefinition> attributesByLowerName,
    List<ResourceSchema> extensions) {

  static ResourceSchema of(SchemaResource definition, List<AttributeDefinition> common) {
    String urn = Objects.requireNonNull(definition.getId(), "a schema has a URN");
    return new ResourceSchema(urn, definition, byLowerName(definition, common), List.of());
  }

  ResourceSchema extendedBy(ResourceSchema extension) {
    List<ResourceSchema> all = Stream.concat(extensions.stream(), Stream.of(extension)).toList();
    return new ResourceSchema(urn, definition, attributesByLowerName, all);
  }

  private static Map<String, AttributeDefinition> byLowerName(
      SchemaResource definition, List<AttributeDefinition> common) {
    return Stream.concat(common.stream(), definition.getAttributes().stream())
        .collect(Collectors.toUnmodifiableMap(a -> lower(a.getName()), Function.identity()));
  }

  /** The attribute of that name. */
  public Optional<AttributeDefinition> attribute(String name) {
    return Optional.ofNullable(attributesByLowerName.get(lower(name)));
  }

  /** The extension of that URN. */
  public Optional<ResourceSchema> extension(String urn) {
    return extensions.stream().filter(e -> e.urn().equalsIgnoreCase(urn)).findFirst();
  }

  /**
   * What a client sees of stored attributes: those of extensions that are declared no more are left
   * out.
   */
  public Map<String, Object> shown(AttributeValues attributes) {
    Map<String, Object> shown = new LinkedHashMap<>(attributes.asMap());
    shown.keySet().removeIf(name -> attribute(name).isEmpty() && extension(name).isEmpty());
    return shown;
  }

  /** The URNs of this schema and of those extensions that something is stored of. */
  public List<String> urnsOf(AttributeValues attributes) {
    Stream<String> extended =
        extensions.stream().map(ResourceSchema::urn).filter(attributes.asMap()::containsKey);
    return Stream.concat(Stream.of(urn), extended).toList();
  }

  /** The extension that a path means as a whole: its URN, perhaps with a colon behind it. */
  public Optional<ResourceSchema> extensionAt(String path) {
    return extension(path.endsWith(":") ? path.substring(0, path.length() - 1) : path);
  }

  /** The sub-attribute of that name. */
  public static Optional<AttributeDefinition> subAttribute(
      AttributeDefinition attribute, String name) {
    return Optional.ofNullable(attribute.getSubAttributes()).stream()
        .flatMap(Collection::stream)
        .filter(sub -> sub.getName().equalsIgnoreCase(name))
        .findFirst();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
