package dev.portcullis.scim.filter;

import com.unboundid.scim2.common.types.AttributeDefinition;
import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which attributes a filter means, and whether they can be compared so. Pure; what comes
 * out knows neither SCIM nor SQL.
 */
public final class FilterBinder {

  private final Scope scope;
  private final PositionedFault fault;

  private FilterBinder(Scope scope, PositionedFault fault) {
    this.scope = scope;
    this.fault = fault;
  }

  /**
   * The query that a filter asks of resources of one type.
   *
   * @param searched the schemas of all types that the filter is for
   * @throws ScimFault {@code invalidFilter} with the position of what is wrong
   */
  public static DirectoryQuery query(
      FilterExpression filter, ResourceSchema schema, List<ResourceSchema> searched) {
    return new FilterBinder(new SchemaScope(schema, searched), PositionedFault.FILTER).bind(filter);
  }

  /**
   * What the brackets in the path of a patch ask of a single value of an attribute; the keys in it
   * are {@code path.subattribute} in lower case.
   *
   * @throws ScimFault {@code invalidPath} with the position of what is wrong
   */
  public static DirectoryQuery valueFilter(
      FilterExpression condition, String path, AttributeDefinition attribute) {
    Scope scope =
        new ElementScope(
            new NamedAttribute(path, attribute),
            "`" + attribute.getName() + "`",
            PositionedFault.PATH);
    return new FilterBinder(scope, PositionedFault.PATH).bind(condition);
  }

  private DirectoryQuery bind(FilterExpression filter) {
    return switch (filter) {
      case FilterExpression.And(var parts) ->
          QueryParts.and(parts.stream().map(this::bind).toList());
      case FilterExpression.Or(var parts) -> QueryParts.or(parts.stream().map(this::bind).toList());
      case FilterExpression.Not(var part) -> QueryParts.not(bind(part));
      case FilterExpression.Present(var name) ->
          find(name).map(FilterBinder::present).orElseGet(DirectoryQuery.None::new);
      case FilterExpression.Compare compare -> compare(compare);
      case FilterExpression.ValuePath path ->
          find(path.attribute())
              .map(attribute -> element(path, attribute))
              .orElseGet(DirectoryQuery.None::new);
    };
  }

  private Optional<NamedAttribute> find(AttributeReference name) {
    Optional<NamedAttribute> found = scope.find(name);
    if (found.filter(NamedAttribute::isSecret).isPresent()) {
      throw fault.at(name.position(), name.quoted() + " cannot be searched for");
    }
    return found;
  }

  private static DirectoryQuery present(NamedAttribute attribute) {
    return new DirectoryQuery.Present(attribute.key());
  }

  private DirectoryQuery compare(FilterExpression.Compare compare) {
    Optional<NamedAttribute> attribute = find(compare.attribute());
    DirectoryQuery equal =
        compare.value() instanceof ComparisonValue.Null
            ? absent(compare, attribute)
            : attribute
                .map(found -> comparison(compare, found))
                .orElseGet(DirectoryQuery.None::new);
    return compare.operator() == Operator.NE ? QueryParts.not(equal) : equal;
  }

  /** Null is no value (RFC 7643 §2.5). */
  private DirectoryQuery absent(
      FilterExpression.Compare compare, Optional<NamedAttribute> attribute) {
    if (compare.operator() != Operator.EQ && compare.operator() != Operator.NE) {
      throw fault.at(compare.value().position(), "null can be compared with eq and ne only");
    }
    return QueryParts.not(attribute.map(FilterBinder::present).orElseGet(DirectoryQuery.None::new));
  }

  private DirectoryQuery comparison(FilterExpression.Compare compare, NamedAttribute attribute) {
    NamedAttribute compared = attribute.comparable().orElseThrow(() -> severalParts(compare));
    requireFit(compare, compared);
    AttributeKey key = compared.key();
    Operand operand =
        OperandReader.read(key.kind(), compare.value())
            .orElseThrow(() ->
                fault.at(
                    compare.value().position(),
                    "%s is compared with %s"
                        .formatted(
                            compare.attribute().quoted(), OperandReader.expected(key.kind()))));
    return new DirectoryQuery.Compare(key, comparison(compare.operator()), operand);
  }

  private void requireFit(FilterExpression.Compare compare, NamedAttribute attribute) {
    boolean isText =
        switch (attribute.key().kind()) {
          case TEXT, EXACT_TEXT -> true;
          case NUMBER, BOOLEAN, INSTANT, COMPLEX -> false;
        };
    if (compare.operator().isOfTexts() && !isText) {
      throw fault.at(
          compare.position(),
          compare.attribute().quoted() + " is no text: co, sw and ew are for texts");
    }
    if (compare.operator().isOfOrder() && !attribute.isOrdered()) {
      throw fault.at(
          compare.position(),
          "values of " + compare.attribute().quoted() + " have no order: compare with eq or ne");
    }
  }

  private ScimFault severalParts(FilterExpression.Compare compare) {
    return fault.at(
        compare.attribute().position(),
        compare.attribute().quoted()
            + " has several parts: name one of them, such as name.familyName");
  }

  /** Not equal is bound as equal, and turned around by the caller. */
  private static Comparison comparison(Operator operator) {
    return switch (operator) {
      case EQ, NE -> Comparison.EQUAL;
      case CO -> Comparison.CONTAINS;
      case SW -> Comparison.STARTS_WITH;
      case EW -> Comparison.ENDS_WITH;
      case GT -> Comparison.GREATER;
      case GE -> Comparison.GREATER_OR_EQUAL;
      case LT -> Comparison.LESS;
      case LE -> Comparison.LESS_OR_EQUAL;
    };
  }

  private DirectoryQuery element(FilterExpression.ValuePath path, NamedAttribute attribute) {
    String name = path.attribute().quoted();
    if (!attribute.isComplex()) {
      throw fault.at(
          path.attribute().position(),
          name + " has no sub-attributes: brackets are for attributes such as emails");
    }
    Scope parts = new ElementScope(attribute, name, fault);
    DirectoryQuery condition = new FilterBinder(parts, fault).bind(path.condition());
    if (attribute.definition().isMultiValued()) {
      return new DirectoryQuery.Element(attribute.key(), condition);
    }
    return QueryParts.holdsOfNothing(condition)
        ? QueryParts.and(List.of(present(attribute), condition))
        : condition;
  }
}
