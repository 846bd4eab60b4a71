package dev.portcullis.scim.filter;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A filter that compares an attribute with {@code eq}. */
public record Equality(Path attribute, JsonNode operand) {

  /** The filter as a comparison, empty if it is any other kind. */
  public static Optional<Equality> of(Filter filter) {
    Path attribute = filter.getAttributePath();
    JsonNode operand = filter.getComparisonValue();
    boolean equality = filter.getFilterType() == FilterType.EQUAL;
    return equality && attribute != null && operand != null
        ? Optional.of(new Equality(attribute, operand))
        : Optional.empty();
  }
}
