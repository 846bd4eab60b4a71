package dev.portcullis.scim.filter;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.filters.Filter;
import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Operand;
import dev.portcullis.attribute.PlainText;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns a filter into a query. One comparison with {@code eq} is served, of the attributes by which
 * a client finds again what it pushed; everything else is refused and never widened.
 *
 * @param searchable what can be searched for, by the attribute's name
 */
public record SearchFilter(String urn, Map<String, AttributeKey> searchable) {

  private static final Pattern POSITION = Pattern.compile("position (\\d+)");

  /** The filters on users. */
  public static SearchFilter ofUsers(ResourceSchema schema) {
    return new SearchFilter(
        schema.urn(),
        Map.of(
            "id", new AttributeKey("id", Kind.EXACT_TEXT),
            "userName", new AttributeKey("username", Kind.TEXT),
            "externalId", new AttributeKey("externalid", Kind.EXACT_TEXT)));
  }

  /** The filters on groups. */
  public static SearchFilter ofGroups(ResourceSchema schema) {
    return new SearchFilter(
        schema.urn(),
        Map.of(
            "id", new AttributeKey("id", Kind.EXACT_TEXT),
            "displayName", new AttributeKey("displayname", Kind.TEXT),
            "externalId", new AttributeKey("externalid", Kind.EXACT_TEXT)));
  }

  /**
   * The query of a filter; everything for none.
   *
   * @throws ScimFault {@code invalidFilter} if it cannot be read or is not served
   */
  public DirectoryQuery query(Optional<String> filter) {
    return filter.map(text -> equality(parsed(text))).orElseGet(DirectoryQuery.All::new);
  }

  private static Filter parsed(String text) {
    try {
      return Filter.fromString(FilterText.boundedFilter(text));
    } catch (BadRequestException e) {
      Matcher position = POSITION.matcher(e.getMessage());
      throw ScimFault.invalidFilter(
          "the filter cannot be read"
              + (position.find() ? " at position " + position.group(1) : "")
              + ": write it as in userName eq \"ada@example.com\"");
    }
  }

  private DirectoryQuery equality(Filter filter) {
    Equality equality = Equality.of(filter).orElseThrow(this::notServed);
    AttributeKey attribute = attribute(equality.attribute()).orElseThrow(this::notServed);
    String operand =
        equality
            .operand()
            .stringValueOpt()
            .filter(PlainText::isPlain)
            .orElseThrow(() -> unfitOperand(equality.attribute()));
    return new DirectoryQuery.Compare(
        attribute, DirectoryQuery.Comparison.EQUAL, new Operand.Text(operand));
  }

  private static ScimFault unfitOperand(Path attribute) {
    return ScimFault.invalidFilter(
        "`" + attribute + "` is compared with a text in double quotes, without control characters");
  }

  private Optional<AttributeKey> attribute(Path path) {
    boolean ours = path.getSchemaUrn() == null || path.getSchemaUrn().equalsIgnoreCase(urn);
    if (!ours || path.size() != 1) {
      return Optional.empty();
    }
    String name = path.getElement(0).getAttribute();
    return searchable.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private ScimFault notServed() {
    String names = searchable.keySet().stream().sorted().collect(Collectors.joining(", "));
    return ScimFault.invalidFilter(
        "this filter is not supported: compare one of " + names + " with eq and a text");
  }
}
