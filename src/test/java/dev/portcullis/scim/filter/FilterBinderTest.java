package dev.portcullis.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.DirectoryQuery.All;
import dev.portcullis.attribute.DirectoryQuery.And;
import dev.portcullis.attribute.DirectoryQuery.Compare;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.DirectoryQuery.Element;
import dev.portcullis.attribute.DirectoryQuery.None;
import dev.portcullis.attribute.DirectoryQuery.Not;
import dev.portcullis.attribute.DirectoryQuery.Or;
import dev.portcullis.attribute.DirectoryQuery.Present;
import dev.portcullis.attribute.Operand;
import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which question each filter asks of users, of groups, and of both. */
class FilterBinderTest {

  private static final ResourceSchema USER = ResourceSchemas.STANDARD.user();
  private static final ResourceSchema GROUP = ResourceSchemas.STANDARD.group();
  private static final String ENTERPRISE = ResourceSchemas.ENTERPRISE_USER.urn();
  private static final String ENTERPRISE_PATH = ENTERPRISE.toLowerCase(java.util.Locale.ROOT) + ":";

  private static DirectoryQuery ofUsers(String filter) {
    return FilterBinder.query(FilterParser.filter(filter), USER, List.of(USER));
  }

  private static DirectoryQuery ofGroups(String filter) {
    return FilterBinder.query(FilterParser.filter(filter), GROUP, List.of(GROUP));
  }

  private static AttributeKey text(String path) {
    return new AttributeKey(path, Kind.TEXT);
  }

  private static AttributeKey exact(String path) {
    return new AttributeKey(path, Kind.EXACT_TEXT);
  }

  private static AttributeKey complex(String path) {
    return new AttributeKey(path, Kind.COMPLEX);
  }

  private static DirectoryQuery compare(AttributeKey key, Comparison comparison, String value) {
    return new Compare(key, comparison, new Operand.Text(value));
  }

  private static DirectoryQuery equal(AttributeKey key, String value) {
    return compare(key, Comparison.EQUAL, value);
  }

  private static DirectoryQuery modified(Comparison comparison, String moment) {
    return new Compare(
        new AttributeKey("meta.lastmodified", Kind.INSTANT),
        comparison,
        new Operand.Moment(Instant.parse(moment)));
  }

  static Stream<Arguments> filtersOnUsers() {
    AttributeKey title = text("title");
    DirectoryQuery isActive =
        new Compare(
            new AttributeKey("active", Kind.BOOLEAN), Comparison.EQUAL, new Operand.Truth(true));
    return Stream.of(
        Arguments.of("userName eq \"a\"", equal(text("username"), "a")),
        Arguments.of("USERNAME EQ \"A\"", equal(text("username"), "A")),
        Arguments.of(USER.urn() + ":userName eq \"a\"", equal(text("username"), "a")),
        Arguments.of(USER.urn() + ":name.familyName pr", new Present(text("name.familyname"))),
        Arguments.of("id eq \"1\"", equal(exact("id"), "1")),
        Arguments.of("externalId eq \"1\"", equal(exact("externalid"), "1")),
        Arguments.of("schemas eq \"urn:x\"", equal(exact("schemas"), "urn:x")),
        Arguments.of("title ne \"a\"", new Not(equal(title, "a"))),
        Arguments.of("not (title ne \"a\")", equal(title, "a")),
        Arguments.of("title co \"a\"", compare(title, Comparison.CONTAINS, "a")),
        Arguments.of("title sw \"%_\\\\\"", compare(title, Comparison.STARTS_WITH, "%_\\")),
        Arguments.of("title ew \"a\"", compare(title, Comparison.ENDS_WITH, "a")),
        Arguments.of("title gt \"a\"", compare(title, Comparison.GREATER, "a")),
        Arguments.of("title ge \"a\"", compare(title, Comparison.GREATER_OR_EQUAL, "a")),
        Arguments.of("title lt \"a\"", compare(title, Comparison.LESS, "a")),
        Arguments.of("title le \"a\"", compare(title, Comparison.LESS_OR_EQUAL, "a")),
        Arguments.of("title pr", new Present(title)),
        Arguments.of("title eq null", new Not(new Present(title))),
        Arguments.of("title ne null", new Present(title)),
        Arguments.of("emails eq null", new Not(new Present(complex("emails")))),
        Arguments.of("emails pr", new Present(complex("emails"))),
        Arguments.of("emails co \"x\"", compare(text("emails.value"), Comparison.CONTAINS, "x")),
        Arguments.of("photos eq \"X\"", equal(exact("photos.value"), "X")),
        Arguments.of("groups eq \"g\"", equal(text("groups.value"), "g")),
        Arguments.of("groups.$ref eq \"g\"", equal(exact("groups.$ref"), "g")),
        Arguments.of("active eq true", isActive),
        Arguments.of("active ne true", new Not(isActive)),
        Arguments.of("active pr", new Present(new AttributeKey("active", Kind.BOOLEAN))),
        Arguments.of(
            "emails.primary eq false",
            new Compare(
                new AttributeKey("emails.primary", Kind.BOOLEAN),
                Comparison.EQUAL,
                new Operand.Truth(false))),
        Arguments.of(
            "meta.lastModified gt \"2011-05-13T04:42:34Z\"",
            modified(Comparison.GREATER, "2011-05-13T04:42:34Z")),
        Arguments.of(
            "meta.lastModified eq \"2011-05-13T04:42:34.123456+02:00\"",
            modified(Comparison.EQUAL, "2011-05-13T02:42:34.123456Z")),
        Arguments.of(
            "meta.lastModified lt \"2011-05-13T04:42:34\"",
            modified(Comparison.LESS, "2011-05-13T04:42:34Z")),
        Arguments.of(
            ENTERPRISE + ":department eq \"d\"", equal(text(ENTERPRISE_PATH + "department"), "d")),
        Arguments.of(
            ENTERPRISE + ":manager.displayName sw \"d\"",
            compare(text(ENTERPRISE_PATH + "manager.displayname"), Comparison.STARTS_WITH, "d")),
        Arguments.of(
            ENTERPRISE.toUpperCase(java.util.Locale.ROOT) + ":Manager eq \"m\"",
            equal(text(ENTERPRISE_PATH + "manager.value"), "m")),
        Arguments.of(
            "emails[type eq \"work\" and value co \"x\"]",
            new Element(
                complex("emails"),
                new And(
                    List.of(
                        equal(text("emails.type"), "work"),
                        compare(text("emails.value"), Comparison.CONTAINS, "x"))))),
        Arguments.of(
            "emails[not (type eq \"work\")]",
            new Element(complex("emails"), new Not(equal(text("emails.type"), "work")))),
        Arguments.of(
            "not (emails[primary eq true])",
            new Not(
                new Element(
                    complex("emails"),
                    new Compare(
                        new AttributeKey("emails.primary", Kind.BOOLEAN),
                        Comparison.EQUAL,
                        new Operand.Truth(true))))),
        Arguments.of("name[familyName eq \"x\"]", equal(text("name.familyname"), "x")),
        Arguments.of(
            "name[familyName eq \"x\" and givenName pr]",
            new And(
                List.of(equal(text("name.familyname"), "x"), new Present(text("name.givenname"))))),
        Arguments.of(
            "name[not (familyName eq \"x\")]",
            new And(
                List.of(
                    new Present(complex("name")), new Not(equal(text("name.familyname"), "x"))))),
        Arguments.of(
            "title pr or title eq \"a\" and active eq true",
            new Or(List.of(new Present(title), new And(List.of(equal(title, "a"), isActive))))),
        Arguments.of(
            "(title pr or userName pr) or title pr",
            new Or(List.of(new Present(title), new Present(text("username"))))),
        Arguments.of("title pr and (title pr and title pr)", new Present(title)));
  }

  @ParameterizedTest
  @MethodSource("filtersOnUsers")
  void filtersOnUsersAreBound(String filter, DirectoryQuery query) {
    assertThat(ofUsers(filter)).isEqualTo(query);
  }

  @Test
  void filtersOnGroupsAreBound() {
    assertThat(ofGroups("displayName eq \"A\"")).isEqualTo(equal(text("displayname"), "A"));
    assertThat(ofGroups("members eq \"id\"")).isEqualTo(equal(exact("members.value"), "id"));
    assertThat(ofGroups("members[type eq \"User\"]"))
        .isEqualTo(new Element(complex("members"), equal(text("members.type"), "User")));
  }

  @Test
  void whatOneTypeLacksIsWithoutValueThere() {
    DirectoryQuery none = new None();
    assertThat(ofBoth("userName eq \"a\"")).containsExactly(equal(text("username"), "a"), none);
    assertThat(ofBoth("userName pr")).containsExactly(new Present(text("username")), none);
    assertThat(ofBoth("userName ne \"a\""))
        .containsExactly(new Not(equal(text("username"), "a")), new All());
    assertThat(ofBoth("userName eq null"))
        .containsExactly(new Not(new Present(text("username"))), new All());
    assertThat(ofBoth("members[value eq \"a\"]"))
        .containsExactly(none, new Element(complex("members"), equal(exact("members.value"), "a")));
    assertThat(ofBoth("not (emails[type eq \"work\"])").get(1)).isEqualTo(new All());
    assertThat(ofBoth(ENTERPRISE + ":division pr").get(1)).isEqualTo(none);
    assertThat(ofBoth("userName eq \"a\" or displayName eq \"b\"").get(1))
        .isEqualTo(equal(text("displayname"), "b"));
    assertThat(ofBoth("userName eq \"a\" and displayName eq \"b\"").get(1)).isEqualTo(none);
    assertThat(ofBoth("id pr")).containsExactly(new Present(exact("id")), new Present(exact("id")));
  }

  private static List<DirectoryQuery> ofBoth(String filter) {
    FilterExpression read = FilterParser.filter(filter);
    List<ResourceSchema> both = List.of(USER, GROUP);
    return both.stream().map(schema -> FilterBinder.query(read, schema, both)).toList();
  }

  @Test
  void theBracketsOfAPatchAreBoundToOneValue() {
    FilterExpression condition = FilterParser.path("members[value eq \"a\"]").valueFilter().get();
    assertThat(
            FilterBinder.valueFilter(
                condition, "members", GROUP.attribute("members").orElseThrow()))
        .isEqualTo(equal(exact("members.value"), "a"));
  }

  @Test
  void numbersKeepTheirDigits() {
    var value = (FilterExpression.Compare) FilterParser.filter("a eq 12345678901234567890.5");
    assertThat(OperandReader.read(Kind.NUMBER, value.value()))
        .hasValue(new Operand.Number(new BigDecimal("12345678901234567890.5")));
  }
}
