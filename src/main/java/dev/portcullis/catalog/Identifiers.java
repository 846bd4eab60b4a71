package dev.portcullis.catalog;

import java.util.regex.Pattern;

/** What Port lets identifiers look like; lengths are in UTF-16 units. */
public final class Identifiers {

  /** The most characters of a blueprint's identifier, and of a property's or relation's. */
  public static final int MAX_LENGTH = 100;

  /** The most characters of an entity's identifier. */
  public static final int MAX_ENTITY_LENGTH = 1_000;

  /** What stands before the identifiers that the server itself gives. */
  static final String SYSTEM_PREFIX = "_";

  private static final Pattern BLUEPRINT = Pattern.compile("(?!\\.{1,2}$)[\\p{L}0-9@_.+:\\\\/-]+");
  private static final Pattern ENTITY = Pattern.compile("(?!\\.{1,2}$)[\\p{L}0-9@_.+:\\\\/=-]+");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z0-9@_=-]+");

  private Identifiers() {}

  /** Whether a blueprint may bear it, and with it whatever the portal names alike. */
  public static boolean fitsBlueprint(String identifier) {
    return identifier.length() <= MAX_LENGTH && BLUEPRINT.matcher(identifier).matches();
  }

  /** Whether an entity may bear it. */
  public static boolean fitsEntity(String identifier) {
    return identifier.length() <= MAX_ENTITY_LENGTH && ENTITY.matcher(identifier).matches();
  }

  /** Whether a property or a relation may bear it. */
  static boolean fitsField(String identifier) {
    return identifier.length() <= MAX_LENGTH && FIELD.matcher(identifier).matches();
  }

  /**
   * As the names of roles are compared, which hold a blueprint's identifier (Port rule 4):
   * character by character, whatever stands beside it.
   */
  static String folded(String identifier) {
    return identifier
        .codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Whether it is one of those that only the server gives. */
  public static boolean isSystem(String identifier) {
    return identifier.startsWith(SYSTEM_PREFIX);
  }
}
