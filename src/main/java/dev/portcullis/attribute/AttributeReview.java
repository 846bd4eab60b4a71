package dev.portcullis.attribute;

import dev.portcullis.attribute.AttributeDefinition.Mutability;
import dev.portcullis.attribute.AttributeDefinition.Type;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds what is wrong with one declared attribute; pure.
 *
 * @param where the attribute stands, for the words of a problem
 */
record AttributeReview(String where, AttributeDefinition attribute, Consumer<String> problems) {

  /** RFC 7643 §2.1; a path of URN, attribute and part has room in 500 characters. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9$_-]*");

  private static final String REFERENCE_PART = "$ref";
  private static final int MAX_NAME_LENGTH = 48;
  private static final int MAX_LISTED = 100;
  private static final int MAX_LISTED_LENGTH = 256;

  /**
   * What every resource has (RFC 7643 §3), so that another attribute of that name would mislead.
   */
  private static final Set<String> TAKEN = Set.of("schemas", "id", "externalid", "meta");

  static void of(String where, AttributeDefinition attribute, Consumer<String> problems) {
    AttributeReview review = new AttributeReview(where, attribute, problems);
    review.name(false);
    review.listed();
    boolean complex = attribute.type() == Type.COMPLEX;
    if (complex == attribute.subAttributes().isEmpty()) {
      review.problem(
          complex
              ? "is complex and needs `subAttributes`"
              : "has `subAttributes`, which only the type `complex` has");
    }
  }

  static void ofPart(
      String where,
      AttributeDefinition part,
      AttributeDefinition whole,
      Consumer<String> problems) {
    AttributeReview review = new AttributeReview(where, part, problems);
    review.name(true);
    review.listed();
    if (part.type() == Type.COMPLEX || !part.subAttributes().isEmpty()) {
      review.problem("must not be complex: attributes nest no deeper (RFC 7643 §2.3.8)");
    }
    if (part.multiValued()) {
      review.problem("must have one value: let `" + whole.name() + "` be multi-valued instead");
    }
    if (part.mutability() == Mutability.IMMUTABLE && whole.multiValued()) {
      review.problem("cannot be immutable in a multi-valued attribute; make the whole immutable");
    }
  }

  private void name(boolean part) {
    String name = attribute.name();
    boolean fits = NAME.matcher(name).matches() || (part && name.equals(REFERENCE_PART));
    if (!fits || name.length() > MAX_NAME_LENGTH) {
      problem(
          "must be named with 1 to "
              + MAX_NAME_LENGTH
              + " letters, digits or characters of `$-_`, a letter first");
    }
    if (!part && TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
      problem("has the name of an attribute that every resource has; choose another");
    }
    if (!SchemaReview.isDescription(attribute.description())) {
      problem("has a `description` that is too long or holds control characters");
    }
  }

  private void listed() {
    listed("canonicalValues", attribute.canonicalValues(), Type.STRING);
    listed("referenceTypes", attribute.referenceTypes(), Type.REFERENCE);
  }

  private void listed(String field, List<String> values, Type type) {
    if (!values.isEmpty() && attribute.type() != type) {
      problem("has `" + field + "`, which only the type `" + type.wireName() + "` has");
    }
    boolean fits =
        values.size() <= MAX_LISTED
            && values.stream()
                .allMatch(
                    v -> !v.isBlank() && v.length() <= MAX_LISTED_LENGTH && PlainText.isPlain(v));
    if (!fits) {
      problem(
          "must have at most "
              + MAX_LISTED
              + " `"
              + field
              + "`, each of 1 to "
              + MAX_LISTED_LENGTH
              + " characters");
    }
  }

  private void problem(String text) {
    problems.accept("`" + where + "` " + text);
  }
}
