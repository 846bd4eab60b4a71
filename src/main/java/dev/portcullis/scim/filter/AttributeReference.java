package dev.portcullis.scim.filter;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An attribute as a client names it (RFC 7644 §3.4.2.2, {@code attrPath}); whether there is such an
 * attribute is another question.
 *
 * @param urn of the schema, as written
 * @param position of its first character, counted from 1
 */
public record AttributeReference(
    Optional<String> urn, String attribute, Optional<String> subAttribute, int position) {

  private static final int MAX_QUOTED = 150;
  private static final String NAME = "[A-Za-z$][A-Za-z0-9_$-]*";
  private static final Pattern FORM =
      Pattern.compile("(?:(.+):)?(" + NAME + ")(?:\\.(" + NAME + "))?");

  /**
   * Reads a name; empty if it is none. An extension's URN alone is read as an attribute of a
   * shorter URN, or as none: whoever lets it stand for the extension must ask before.
   */
  public static Optional<AttributeReference> read(String text, int position) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(
            new AttributeReference(
                Optional.ofNullable(form.group(1)),
                form.group(2),
                Optional.ofNullable(form.group(3)),
                position))
        : Optional.empty();
  }

  /** As it was written. */
  public String text() {
    return urn.map(schema -> schema + ":").orElse("")
        + attribute
        + subAttribute.map(sub -> "." + sub).orElse("");
  }

  /** As it was written, short enough to be told to the client. */
  String quoted() {
    String text = text();
    return "`" + (text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…") + "`";
  }
}
