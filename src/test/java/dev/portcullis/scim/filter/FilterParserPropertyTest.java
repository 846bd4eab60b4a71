package dev.portcullis.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.scim.message.ScimFault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever tree is written out is read back, and whatever text comes is read or refused. */
class FilterParserPropertyTest {

  @Property
  void aTreeThatIsWrittenIsReadBack(@ForAll("filters") FilterExpression filter) {
    String text = FilterTexts.of(filter);
    if (text.length() <= FilterText.MAX_LENGTH) {
      assertThat(FilterTexts.of(FilterParser.filter(text))).isEqualTo(text);
    }
  }

  @Property(tries = 3_000)
  void whateverComesIsReadOrRefused(@ForAll("scraps") List<String> scraps) {
    String text = String.join("", scraps);
    try {
      String written = FilterTexts.of(FilterParser.filter(text));
      assertThat(FilterTexts.of(FilterParser.filter(written))).isEqualTo(written);
    } catch (ScimFault fault) {
      assertThat(fault.scimType()).hasValue("invalidFilter");
      assertThat(fault.detail()).matches("at position \\d+: .+|`filter` .+");
    }
  }

  @Provide
  Arbitrary<List<String>> scraps() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "userName",
                " ",
                " eq ",
                "\"",
                "\"a\"",
                "(",
                ")",
                "[",
                "]",
                "not",
                " and ",
                " or ",
                " pr",
                "emails",
                "type",
                "5",
                "true",
                "null",
                "\\",
                "\\u00",
                ".",
                ":",
                "urn:x:",
                "\0",
                "😀",
                "'"),
            Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(15);
  }

  @Provide
  Arbitrary<FilterExpression> filters() {
    Arbitrary<FilterExpression> paths =
        Combinators.combine(names(), trees(leaves(simpleNames()), 2))
            .as(FilterExpression.ValuePath::new);
    return trees(Arbitraries.oneOf(leaves(names()), paths), 3);
  }

  private static Arbitrary<FilterExpression> trees(Arbitrary<FilterExpression> leaves, int depth) {
    if (depth == 0) {
      return leaves;
    }
    Arbitrary<FilterExpression> inner = trees(leaves, depth - 1);
    Arbitrary<List<FilterExpression>> parts = inner.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaves,
        parts.map(FilterExpression.And::new),
        parts.map(FilterExpression.Or::new),
        inner.map(FilterExpression.Not::new));
  }

  private static Arbitrary<FilterExpression> leaves(Arbitrary<AttributeReference> names) {
    Arbitrary<FilterExpression> present = names.map(FilterExpression.Present::new);
    Arbitrary<FilterExpression> compare =
        Combinators.combine(names, Arbitraries.of(Operator.values()), values())
            .as((name, operator, value) -> new FilterExpression.Compare(name, operator, value, 1));
    return Arbitraries.oneOf(present, compare);
  }

  private static Arbitrary<AttributeReference> names() {
    Arbitrary<Optional<String>> urns = Arbitraries.of("urn:a:b:2.0:User", "urn:x").optional();
    Arbitrary<String> parts = Arbitraries.of("type", "not", "and", "$ref", "a-b_1");
    return Combinators.combine(urns, parts, parts.optional())
        .as((urn, name, sub) -> new AttributeReference(urn, name, sub, 1));
  }

  private static Arbitrary<AttributeReference> simpleNames() {
    return Arbitraries.of("type", "value", "pr")
        .map(name -> new AttributeReference(Optional.empty(), name, Optional.empty(), 1));
  }

  private static Arbitrary<ComparisonValue> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .excludeChars('\0')
            .ofMaxLength(8)
            .filter(text -> text.codePoints().noneMatch(FilterParserPropertyTest::isSurrogate))
            .map(text -> new ComparisonValue.Text(text, 1)),
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-1e20"), new BigDecimal("1e20"))
            .map(number -> new ComparisonValue.Number(number, 1)),
        Arbitraries.of(true, false).map(truth -> new ComparisonValue.Truth(truth, 1)),
        Arbitraries.just(new ComparisonValue.Null(1)));
  }

  private static boolean isSurrogate(int codePoint) {
    return Character.getType(codePoint) == Character.SURROGATE;
  }
}
