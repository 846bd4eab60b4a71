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
    List<AttributeDefinition> attributes = fewEnough("attributes", schema.attributes());
    for (int i = 0; i < attributes.size(); i++) {
      AttributeDefinition attribute = attributes.get(i);
      AttributeReview.of("attributes." + i, attribute, problems::add);
      String where = "attributes." + i + ".subAttributes";
      List<AttributeDefinition> parts = fewEnough(where, attribute.subAttributes());
      for (int j = 0; j < parts.size(); j++) {
        AttributeReview.ofPart(where + "." + j, parts.get(j), attribute, problems::add);
      }
    }
  }

  /** What may be looked at one by one: nothing where there are too many. */
  private List<AttributeDefinition> fewEnough(String where, List<AttributeDefinition> attributes) {
    if (attributes.size() > AttributeSchema.MAX_ATTRIBUTES) {
      problems.add(
          "`" + where + "` must have at most " + AttributeSchema.MAX_ATTRIBUTES + " attributes");
      return List.of();
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < attributes.size(); i++) {
      if (!names.add(attributes.get(i).name().toLowerCase(Locale.ROOT))) {
        problems.add(
            "`" + where + "." + i + "` has the name of one before it; case is no difference");
      }
    }
    return attributes;
  }

  static boolean isDescription(String text) {
    return text.length() <= MAX_DESCRIPTION && text.lines().allMatch(PlainText::isPlain);
  }
}
