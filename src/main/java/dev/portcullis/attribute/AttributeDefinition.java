package dev.portcullis.attribute;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An attribute that an organization adds to its users or groups (RFC 7643 §7).
 *
 * @param description empty if there is none
 * @param caseExact whether case counts where the attribute is compared; for texts alone
 * @param canonicalValues what clients should send; others are taken too
 * @param referenceTypes what a reference leads to, such as {@code User} or {@code external}
 * @param subAttributes the parts of a complex attribute, none of which is complex itself
 */
public record AttributeDefinition(
    String name,
    Type type,
    boolean multiValued,
    String description,
    boolean required,
    boolean caseExact,
    Mutability mutability,
    Returned returned,
    List<String> canonicalValues,
    List<String> referenceTypes,
    List<AttributeDefinition> subAttributes) {

  public AttributeDefinition {
    canonicalValues = List.copyOf(canonicalValues);
    referenceTypes = List.copyOf(referenceTypes);
    subAttributes = List.copyOf(subAttributes);
  }

  /** What a value is (RFC 7643 §2.3). */
  public enum Type {
    STRING,
    BOOLEAN,
    DECIMAL,
    INTEGER,
    DATE_TIME,
    BINARY,
    REFERENCE,
    COMPLEX;

    /** The type of that name, written as {@link #wireName} has it. */
    public static Optional<Type> named(String name) {
      return Arrays.stream(values()).filter(t -> t.wireName().equals(name)).findFirst();
    }

    /** The name that RFC 7643 §7 gives it. */
    public String wireName() {
      return this == DATE_TIME ? "dateTime" : name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a client may change a value that is there. */
  public enum Mutability {
    READ_WRITE,
    /** Given once, and then never changed or taken away. */
    IMMUTABLE
  }

  /** When a value is shown. */
  public enum Returned {
    ALWAYS,
    DEFAULT,
    /** Only where a client names the attribute. */
    REQUEST
  }

  /** The part of that name, without regard to case. */
  Optional<AttributeDefinition> subAttribute(String partName) {
    return subAttributes.stream().filter(p -> p.name().equalsIgnoreCase(partName)).findFirst();
  }

  /** Whether values of this one fit the other. */
  boolean isStoredAs(AttributeDefinition other) {
    return type == other.type() && multiValued == other.multiValued();
  }
}
