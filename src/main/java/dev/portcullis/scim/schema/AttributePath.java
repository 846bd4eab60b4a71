package dev.portcullis.scim.schema;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import dev.portcullis.scim.filter.FilterText;
import dev.portcullis.scim.message.ScimFault;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the path of a patch operation means (RFC 7644 §3.5.2): an attribute, one of its
 * sub-attributes, or some of its values.
 *
 * @param extension the URN of the extension that the attribute is of
 * @param valueFilter which values of a multi-valued attribute are meant
 */
public record AttributePath(
    Optional<String> extension,
    AttributeDefinition attribute,
    Optional<Filter> valueFilter,
    Optional<AttributeDefinition> subAttribute) {

  private static final Pattern GLUED = Pattern.compile("\\][^.]");
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");

  /**
   * Finds what a path means; empty if the schema has no such attribute.
   *
   * @throws ScimFault {@code invalidPath} if it is not a path, or reaches deeper than attributes do
   */
  public static Optional<AttributePath> find(String text, ResourceSchema schema) {
    Path path = parsed(text);
    if (path.size() < 1 || path.size() > 2 || hasDeepFilter(path)) {
      throw ScimFault.invalidPath(
          "`path` must be an attribute, optionally with a value filter and a sub-attribute, such as"
              + " emails[type eq \"work\"].value");
    }
    return owner(path, schema)
        .flatMap(owner -> within(path, owner, !owner.urn().equals(schema.urn())));
  }

  /** All of an attribute of an extension. */
  public static AttributePath of(ResourceSchema extension, AttributeDefinition attribute) {
    return new AttributePath(
        Optional.of(extension.urn()), attribute, Optional.empty(), Optional.empty());
  }

  private static boolean hasDeepFilter(Path path) {
    return path.size() == 2 && path.getElement(1).getValueFilter() != null;
  }

  private static Optional<ResourceSchema> owner(Path path, ResourceSchema schema) {
    String urn = path.getSchemaUrn();
    return urn == null || urn.equalsIgnoreCase(schema.urn())
        ? Optional.of(schema)
        : schema.extension(urn);
  }

  private static Optional<AttributePath> within(
      Path path, ResourceSchema owner, boolean isExtension) {
    Optional<String> extension = isExtension ? Optional.of(owner.urn()) : Optional.empty();
    Optional<Filter> filter = Optional.ofNullable(path.getElement(0).getValueFilter());
    return owner
        .attribute(path.getElement(0).getAttribute())
        .flatMap(attribute -> {
          if (path.size() == 1) {
            return Optional.of(new AttributePath(extension, attribute, filter, Optional.empty()));
          }
          return ResourceSchema.subAttribute(attribute, path.getElement(1).getAttribute())
              .map(sub -> new AttributePath(extension, attribute, filter, Optional.of(sub)));
        });
  }

  /** The parser takes a filter for closed where the text ends, and needs no dot behind it. */
  private static boolean isClosed(String text) {
    String bare = QUOTED.matcher(text).replaceAll("");
    return !GLUED.matcher(bare).find()
        && bare.chars().filter(c -> c == '[').count() == bare.chars().filter(c -> c == ']').count();
  }

  private static Path parsed(String text) {
    try {
      if (!isClosed(text)) {
        throw unreadable();
      }
      return Path.fromString(FilterText.boundedPath(text));
    } catch (BadRequestException _) {
      throw unreadable();
    }
  }

  private static ScimFault unreadable() {
    return ScimFault.invalidPath(
        "`path` cannot be read: write an attribute's name, such as name.givenName or"
            + " emails[type eq \"work\"].value");
  }

  /** The definition of what is finally meant. */
  public AttributeDefinition meant() {
    return subAttribute.orElse(attribute);
  }

  /** Whether a complex attribute is meant that has one value. */
  public boolean meansOneComplexValue() {
    return !attribute.isMultiValued() && meant().getType() == AttributeDefinition.Type.COMPLEX;
  }

  /** Whether all values of a multi-valued attribute are meant. */
  public boolean meansAllValues() {
    return attribute.isMultiValued() && valueFilter.isEmpty() && subAttribute.isEmpty();
  }

  /** Whether the resource's {@code id} is meant. */
  public boolean isId() {
    return extension.isEmpty() && attribute.getName().equals("id");
  }

  /** Whether only the server sets it. */
  public boolean isOfTheServer() {
    return attribute.getName().equals("schemas")
        || attribute.getMutability() == Mutability.READ_ONLY
        || meant().getMutability() == Mutability.READ_ONLY;
  }

  /** Its name for a message to a client. */
  public String name() {
    String whole = extension.map(urn -> urn + ":").orElse("") + attribute.getName();
    return subAttribute.map(sub -> whole + "." + sub.getName()).orElse(whole);
  }
}
