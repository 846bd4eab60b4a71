package dev.portcullis.scim.filter;

import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.Operand;
import dev.portcullis.attribute.XsdDateTime;
import java.util.Optional;

/** Whether a value is of the type that an attribute is compared with. */
final class OperandReader {

  private OperandReader() {}

  /** The operand; empty if the value is of another type. */
  static Optional<Operand> read(Kind kind, ComparisonValue value) {
    return switch (value) {
      case ComparisonValue.Text(String text, int _) -> text(kind, text);
      case ComparisonValue.Number(var number, int _) ->
          kind == Kind.NUMBER ? Optional.of(new Operand.Number(number)) : Optional.empty();
      case ComparisonValue.Truth(boolean truth, int _) ->
          kind == Kind.BOOLEAN ? Optional.of(new Operand.Truth(truth)) : Optional.empty();
      case ComparisonValue.Null _ -> Optional.empty();
    };
  }

  private static Optional<Operand> text(Kind kind, String text) {
    return switch (kind) {
      case TEXT, EXACT_TEXT -> Optional.of(new Operand.Text(text));
      case INSTANT -> XsdDateTime.parse(text).map(Operand.Moment::new);
      case NUMBER, BOOLEAN, COMPLEX -> Optional.empty();
    };
  }

  /** What has to stand there. */
  static String expected(Kind kind) {
    return switch (kind) {
      case TEXT, EXACT_TEXT -> "a text in double quotes";
      case NUMBER -> "a number without quotes";
      case BOOLEAN -> "true or false without quotes";
      case INSTANT -> "a date and time in double quotes, such as \"2026-11-30T08:15:00Z\"";
      case COMPLEX -> "nothing, for it has several parts";
    };
  }
}
