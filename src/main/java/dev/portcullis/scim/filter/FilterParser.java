package dev.portcullis.scim.filter;

import dev.portcullis.scim.filter.FilterExpression.And;
import dev.portcullis.scim.filter.FilterExpression.Compare;
import dev.portcullis.scim.filter.FilterExpression.Not;
import dev.portcullis.scim.filter.FilterExpression.Or;
import dev.portcullis.scim.filter.FilterExpression.Present;
import dev.portcullis.scim.filter.FilterExpression.ValuePath;
import dev.portcullis.scim.filter.Token.Kind;
import dev.portcullis.scim.message.ScimFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads filters and paths by the grammar of RFC 7644 §3.4.2.2 and §3.5.2, in linear time and with
 * bounded recursion. {@code and} binds closer than {@code or}; keywords are read in whatever case.
 */
public final class FilterParser {

  private final PositionedFault fault;
  private final TokenReader tokens;
  private boolean isWithinBrackets;

  private FilterParser(String text, PositionedFault fault) {
    this.fault = fault;
    this.tokens = new TokenReader(text, fault);
  }

  /**
   * Reads a filter.
   *
   * @throws ScimFault {@code invalidFilter} with the position of what is wrong
   */
  public static FilterExpression filter(String text) {
    FilterText.requireFilter(text);
    FilterParser parser = new FilterParser(text, PositionedFault.FILTER);
    FilterExpression filter = parser.disjunction();
    parser.tokens.requireEnd();
    return filter;
  }

  /**
   * Reads the path of a patch operation.
   *
   * @throws ScimFault {@code invalidPath} with the position of what is wrong
   */
  public static PathExpression path(String text) {
    FilterText.requirePath(text);
    FilterParser parser = new FilterParser(text, PositionedFault.PATH);
    AttributeReference attribute = parser.attribute();
    Optional<FilterExpression> filter =
        parser.tokens.current().is(Kind.OPENING_BRACKET)
            ? Optional.of(parser.valueFilter())
            : Optional.empty();
    Optional<String> subAttribute = filter.isPresent() ? parser.subAttribute() : Optional.empty();
    parser.tokens.requireEnd();
    return new PathExpression(attribute, filter, subAttribute);
  }

  private FilterExpression disjunction() {
    List<FilterExpression> parts = chain("or", this::conjunction);
    return parts.size() == 1 ? parts.getFirst() : new Or(parts);
  }

  private FilterExpression conjunction() {
    List<FilterExpression> parts = chain("and", this::condition);
    return parts.size() == 1 ? parts.getFirst() : new And(parts);
  }

  private List<FilterExpression> chain(String keyword, Supplier<FilterExpression> next) {
    List<FilterExpression> parts = new ArrayList<>(List.of(next.get()));
    while (tokens.current().isWord(keyword)) {
      tokens.requireSpace();
      tokens.take();
      tokens.requireSpace();
      parts.add(next.get());
    }
    return parts;
  }

  private FilterExpression condition() {
    if (tokens.current().is(Kind.OPENING_PARENTHESIS)) {
      return inParentheses();
    }
    if (!tokens.current().isWord("not")) {
      return ofAttribute(attribute());
    }
    Token not = tokens.take();
    if (tokens.current().is(Kind.OPENING_PARENTHESIS)) {
      return new Not(inParentheses());
    }
    // An attribute may bear that name.
    if (!goesOnFromAnAttribute(tokens.current())) {
      throw fault.at(not.position(), "`not` is followed by a filter in parentheses");
    }
    return ofAttribute(reference(not));
  }

  private static boolean goesOnFromAnAttribute(Token next) {
    return next.is(Kind.OPENING_BRACKET)
        || next.isWord("pr")
        || (next.is(Kind.WORD) && Operator.named(next.text()).isPresent());
  }

  private FilterExpression inParentheses() {
    Token opening = tokens.enter();
    FilterExpression inner = disjunction();
    tokens.leave(opening);
    return inner;
  }

  private FilterExpression ofAttribute(AttributeReference attribute) {
    if (tokens.current().is(Kind.OPENING_BRACKET)) {
      return new ValuePath(attribute, valueFilter());
    }
    Token operator = tokens.take();
    if (operator.isWord("pr")) {
      return new Present(attribute);
    }
    Operator known =
        Operator.named(operator.text())
            .filter(o -> operator.is(Kind.WORD))
            .orElseThrow(() -> notAnOperator(operator));
    return new Compare(attribute, known, value(), operator.position());
  }

  private FilterExpression valueFilter() {
    if (isWithinBrackets) {
      throw fault.at(tokens.current().position(), "brackets cannot stand within brackets");
    }
    Token opening = tokens.enter();
    isWithinBrackets = true;
    FilterExpression condition = disjunction();
    isWithinBrackets = false;
    tokens.leave(opening);
    return condition;
  }

  private AttributeReference attribute() {
    return reference(tokens.take());
  }

  private AttributeReference reference(Token token) {
    return Optional.of(token)
        .filter(word -> word.is(Kind.WORD))
        .flatMap(word -> AttributeReference.read(word.text(), word.position()))
        .orElseThrow(() ->
            fault.at(
                token.position(),
                token.is(Kind.END)
                    ? "the text ends where a condition is missing, such as userName eq \"ada\""
                    : "here an attribute's name is expected, such as userName or"
                        + " name.familyName"));
  }

  private ComparisonValue value() {
    tokens.requireSpace();
    Token token = tokens.take();
    return ValueToken.read(token)
        .orElseThrow(() -> fault.at(token.position(), ValueToken.problem(token)));
  }

  private Optional<String> subAttribute() {
    if (tokens.current().is(Kind.END)) {
      return Optional.empty();
    }
    Token token = tokens.take();
    return Optional.of(token.text())
        .filter(text -> token.is(Kind.WORD) && !token.isSpaced() && text.startsWith("."))
        .flatMap(text -> AttributeReference.read(text.substring(1), token.position()))
        .filter(name -> name.urn().isEmpty() && name.subAttribute().isEmpty())
        .map(name -> Optional.of(name.attribute()))
        .orElseThrow(() ->
            fault.at(
                token.position(),
                "behind a bracket only a dot and a sub-attribute's name may follow, such as"
                    + " emails[type eq \"work\"].value"));
  }

  private ScimFault notAnOperator(Token token) {
    return fault.at(
        token.position(), "here an operator is expected: eq, ne, co, sw, ew, gt, ge, lt, le or pr");
  }
}
