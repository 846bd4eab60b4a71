package dev.portcullis.attribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an organization adds to the attributes of its users or of its groups, under a URN.
 *
 * @param urn found without regard to case, kept as declared; values are stored under it
 * @param description empty if there is none
 */
public record AttributeSchema(
    String urn,
    ResourceType resourceType,
    String name,
    String description,
    List<AttributeDefinition> attributes) {

  /** The most attributes of one schema; each may have as many parts. */
  public static final int MAX_ATTRIBUTES = 50;

  /** The most characters of a URN. */
  public static final int MAX_URN_LENGTH = 400;

  public AttributeSchema {
    attributes = List.copyOf(attributes);
  }

  /** What has the attributes. */
  public enum ResourceType {
    USER("User"),
    GROUP("Group");

    private final String wireName;

    ResourceType(String wireName) {
      this.wireName = wireName;
    }

    /** The type of that name; case counts. */
    public static Optional<ResourceType> named(String name) {
      return Arrays.stream(values()).filter(type -> type.wireName.equals(name)).findFirst();
    }

    /** SCIM's name for it. */
    public String wireName() {
      return wireName;
    }
  }

  /** Under what a URN is found. */
  public static String key(String urn) {
    return urn.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a path could mean an attribute of either: one URN is the other's, or goes on behind it
   * with a colon.
   */
  public boolean isAmbiguousWith(String otherUrn) {
    String own = key(urn) + ":";
    String other = key(otherUrn) + ":";
    return own.startsWith(other) || other.startsWith(own);
  }

  /** What is wrong with it, each problem naming the place and what to change; none if it is fit. */
  public List<String> problems() {
    return SchemaReview.of(this);
  }

  /** The same under another spelling of its URN. */
  public AttributeSchema spelled(String otherUrn) {
    return new AttributeSchema(otherUrn, resourceType, name, description, attributes);
  }

  /**
   * The paths of what stored values would not fit under a successor: attributes and their parts
   * that are missing there, or of another type.
   */
  public List<List<String>> lostIn(AttributeSchema successor) {
    List<List<String>> lost = new ArrayList<>();
    for (AttributeDefinition attribute : attributes) {
      Optional<AttributeDefinition> kept =
          successor.attribute(attribute.name()).filter(attribute::isStoredAs);
      if (kept.isEmpty() || successor.resourceType() != resourceType) {
        lost.add(List.of(attribute.name()));
      } else {
        attribute.subAttributes().stream()
            .filter(part -> kept.get().subAttribute(part.name()).filter(part::isStoredAs).isEmpty())
            .forEach(part -> lost.add(List.of(attribute.name(), part.name())));
      }
    }
    return lost;
  }

  private Optional<AttributeDefinition> attribute(String attributeName) {
    return attributes.stream().filter(a -> a.name().equalsIgnoreCase(attributeName)).findFirst();
  }
}
