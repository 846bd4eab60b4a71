package dev.portcullis.attribute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds everything that is wrong with a declared schema; pure. */
final class SchemaReview {

  private static final Pattern URN = Pattern.compile("(?i)urn(:[a-z0-9._-]+){2,}");

  /** RFC 7643 §10.3 keeps these; other names below {@code urn:ietf:params:scim} are free to use. */
  private static final Pattern RESERVED =
      Pattern.compile(
          "(?i)urn:ietf:params:scim:(api|schemas:core|schemas:extension:enterprise)(:.*)?");

  private static final int MAX_NAME_LENGTH = 100;
  private static final int MAX_DESCRIPTION = 1_000;

  private final AttributeSchema schema;
  private final List<String> problems = new ArrayList<>();

  private SchemaReview(AttributeSchema schema) {
    this.schema = schema;
  }

  static List<String> of(AttributeSchema schema) {
    SchemaReview review = new SchemaReview(schema);
    review.urn();
    review.texts();
    review.attributes();
    return List.copyOf(review.problems);
  }

  private void urn() {
    String urn = schema.urn();
    if (urn.length() > AttributeSchema.MAX_URN_LENGTH || !URN.matcher(urn).matches()) {
      problems.add(
          "`id` must be a URN of at most "
              + AttributeSchema.MAX_URN_LENGTH
              + " characters, such as `urn:acme:scim:2.0:User`, of letters, digits and `-._` between"
              + " its colons");
    } else if (RESERVED.matcher(urn).matches()) {
      problems.add("`id` is a URN that RFC 7643 keeps; choose one of your own");
    }
  }

  private void texts() {
    String name = schema.name();
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH || !PlainText.isPlain(name)) {
      problems.add("`name` must have 1 to " + MAX_NAME_LENGTH + " characters, none of control");
    }
    if (!isDescription(schema.description())) {
      problems.add(
          "`description` must have at most " + MAX_DESCRIPTION + " characters, none of control");
    }
  }

  private void attributes() {
    if (schema.attributes().isEmpty()) {
      problems.add("`attributes` must have at least one attribute");
    }
    all("attributes", schema.attributes());
    for (AttributeDefinition attribute : schema.attributes()) {
      AttributeReview.of("attributes." + attribute.name(), attribute, problems::add);
      String parts = "attributes." + attribute.name() + ".subAttributes";
      all(parts, attribute.subAttributes());
      for (AttributeDefinition part : attribute.subAttributes()) {
        AttributeReview.ofPart(parts + "." + part.name(), part, attribute, problems::add);
      }
    }
  }

  private void all(String where, List<AttributeDefinition> attributes) {
    if (attributes.size() > AttributeSchema.MAX_ATTRIBUTES) {
      problems.add(
          "`" + where + "` must have at most " + AttributeSchema.MAX_ATTRIBUTES + " attributes");
    }
    Set<String> names = new HashSet<>();
    attributes.stream()
        .map(AttributeDefinition::name)
        .filter(name -> !names.add(name.toLowerCase(Locale.ROOT)))
        .forEach(name ->
            problems.add(
                "`"
                    + where
                    + "` has two attributes of the name `"
                    + name
                    + "`; case is no"
                    + " difference"));
  }

  static boolean isDescription(String text) {
    return text.length() <= MAX_DESCRIPTION && text.lines().allMatch(PlainText::isPlain);
  }
}
