package dev.portcullis.scim.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.scim.message.ScimFault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read, and how it hangs together: {@link FilterTexts} writes it with parentheses. */
class FilterParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "userName eq \"a\"|userName eq \"a\"",
        "USERNAME Eq \"a\"|USERNAME eq \"a\"",
        "§  userName   eq   \"a\"  §|userName eq \"a\"",
        "title pr|title pr",
        "title PR|title pr",
        "active eq true|active eq true",
        "active eq FALSE|active eq false",
        "title eq null|title eq null",
        "age gt 5|age gt 5",
        "age le -0.5e2|age le -5E+1",
        "a eq \"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"|a eq \"\\\"\\\\/\\u0008\\u000c\\u000a\\u000d\\u0009é\"",
        "a eq \"\\ud83d\\ude00\"|a eq \"😀\"",
        "a eq \"(not) [x] and\"|a eq \"(not) [x] and\"",
        "a pr and b pr|(a pr and b pr)",
        "a pr And b pr AND c pr|(a pr and b pr and c pr)",
        "a pr or b pr and c pr|(a pr or (b pr and c pr))",
        "a pr and b pr or c pr|((a pr and b pr) or c pr)",
        "a pr or b pr and c pr or d pr|(a pr or (b pr and c pr) or d pr)",
        "(a pr or b pr) and c pr|((a pr or b pr) and c pr)",
        "((a pr))|a pr",
        "( a pr )|a pr",
        "not (a pr)|not (a pr)",
        "not(a pr)|not (a pr)",
        "NOT (a pr or b pr)|not ((a pr or b pr))",
        "not (a pr) and b pr|(not (a pr) and b pr)",
        "not (not (a pr))|not (not (a pr))",
        "emails[type eq \"work\"]|emails[type eq \"work\"]",
        "emails[type eq \"work\" and value co \"x\"]|emails[(type eq \"work\" and value co \"x\")]",
        "emails[not (type pr) or value pr]|emails[(not (type pr) or value pr)]",
        "emails[type pr] and ims[type pr]|(emails[type pr] and ims[type pr])",
        "emails[ type pr ]|emails[type pr]",
        "name.familyName sw \"L\"|name.familyName sw \"L\"",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\"|urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\"",
        "urn:a:2.0:User:manager.displayName ew \"J\"|urn:a:2.0:User:manager.displayName ew \"J\"",
        "members.$ref eq \"x\"|members.$ref eq \"x\"",
        "not eq \"x\"|not eq \"x\"",
        "not pr|not pr",
        "not[type pr]|not[type pr]",
        "and eq \"x\" and or pr|(and eq \"x\" and or pr)",
        "pr pr|pr pr",
        "x-y_z1 ge \"a\" and b lt \"a\" and c ne \"d\"|(x-y_z1 ge \"a\" and b lt \"a\" and c ne \"d\")"
      })
  void filtersAreReadByTheGrammar(String filter, String written) {
    assertThat(FilterTexts.of(FilterParser.filter(filter))).isEqualTo(written);
  }

  /** RFC 7644 §3.4.2.2. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "userName Eq \"john\"",
        "Username eq \"john\"",
        "userName eq \"bjensen\"",
        "name.familyName co \"O'Malley\"",
        "userName sw \"J\"",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"J\"",
        "title pr",
        "meta.lastModified gt \"2011-05-13T04:42:34Z\"",
        "meta.lastModified ge \"2011-05-13T04:42:34Z\"",
        "meta.lastModified lt \"2011-05-13T04:42:34Z\"",
        "meta.lastModified le \"2011-05-13T04:42:34Z\"",
        "title pr and userType eq \"Employee\"",
        "title pr or userType eq \"Intern\"",
        "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"",
        "userType eq \"Employee\" and (emails co \"example.com\" or emails.value co \"example.org\")",
        "userType ne \"Employee\" and not (emails co \"example.com\" or emails.value co \"example.org\")",
        "userType eq \"Employee\" and (emails.type eq \"work\")",
        "userType eq \"Employee\" and emails[type eq \"work\" and value co \"@example.com\"]",
        "emails[type eq \"work\" and value co \"@example.com\"] or ims[type eq \"xmpp\" and value co \"@foo.com\"]"
      })
  void theExamplesOfTheRfcAreRead(String filter) {
    String written = FilterTexts.of(FilterParser.filter(filter));
    assertThat(FilterTexts.of(FilterParser.filter(written))).isEqualTo(written);
  }

  @Test
  void everythingKnowsItsPosition() {
    var parts = ((FilterExpression.And) FilterParser.filter("(title pr) and b eq \"é\"")).parts();
    var compare = (FilterExpression.Compare) parts.get(1);
    assertThat(compare.attribute().position()).isEqualTo(16);
    assertThat(compare.position()).isEqualTo(18);
    assertThat(compare.value().position()).isEqualTo(21);
  }

  @Test
  void positionsCountCharactersAndNotUnits() {
    assertRefused("a eq \"😀😀\" x", 11);
  }

  @Test
  void longChainsAreOneNode() {
    String chain = "a pr" + " and a pr".repeat(900);
    assertThat(((FilterExpression.And) FilterParser.filter(chain)).parts()).hasSize(901);
  }

  @Test
  void thirtyTwoLevelsAreReadAndOneMoreIsNot() {
    assertThat(FilterParser.filter("(".repeat(32) + "a pr" + ")".repeat(32))).isNotNull();
    assertThat(FilterParser.filter("not(".repeat(31) + "a[b pr]" + ")".repeat(31))).isNotNull();
    assertRefused("not (".repeat(33) + "a pr" + ")".repeat(33), 165);
    assertRefused("(".repeat(32) + "a[b pr]" + ")".repeat(32), 34);
    assertRefused("(".repeat(8_000), 33);
  }

  @Test
  void siblingsDoNotCountAsLevels() {
    assertThat(FilterParser.filter("(a pr)" + " or (a pr)".repeat(100))).isNotNull();
  }

  private static void assertRefused(String filter, int position) {
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> FilterParser.filter(filter))
        .satisfies(fault -> assertThat(fault.scimType()).hasValue("invalidFilter"))
        .withMessageStartingWith("at position " + position + ":");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "userName|userName||",
        "name.familyName|name.familyName||",
        "emails[type eq \"work\"]|emails|type eq \"work\"|",
        "emails[type eq \"work\"].value|emails|type eq \"work\"|value",
        "emails[not (type pr)].$ref|emails|not (type pr)|$ref",
        "urn:a:b:1.0:User:manager.displayName|urn:a:b:1.0:User:manager.displayName||",
        "urn:a:b:1.0:User:things[a pr].b|urn:a:b:1.0:User:things|a pr|b"
      })
  void pathsAreReadByTheSameGrammar(
      String path, String attribute, String filter, String subAttribute) {
    PathExpression read = FilterParser.path(path);
    assertThat(read.attribute().text()).isEqualTo(attribute);
    assertThat(read.valueFilter().map(FilterTexts::of)).isEqualTo(Optional.ofNullable(filter));
    assertThat(read.subAttribute()).isEqualTo(Optional.ofNullable(subAttribute));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "1a|1",
        "a.b.c|1",
        "a b|3",
        "a[b pr|2",
        "a[b pr]c|8",
        "a[b pr] .c|9",
        "a[b pr].|8",
        "a[b pr].c.d|8",
        "a[b pr].c[d pr]|10",
        "a[]|3",
        "a[b]|4",
        "a]|2",
        "\"a\"|1",
        "a[b[c pr]]|4",
        "(a)|1"
      })
  void whatIsNoPathIsRefusedWithItsPosition(String path, int position) {
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> FilterParser.path(path))
        .satisfies(fault -> assertThat(fault.scimType()).hasValue("invalidPath"))
        .withMessageStartingWith("at position " + position + ":");
  }
}
