package dev.portcullis.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.portcullis.permission.Operand.Contextual;
import dev.portcullis.permission.Operand.Literal;
import dev.portcullis.permission.Operand.Property;
import dev.portcullis.permission.Operand.Sought;
import dev.portcullis.permission.Operand.Tested;
import dev.portcullis.permission.Policy.AllOf;
import dev.portcullis.permission.Policy.AnyOf;
import dev.portcullis.permission.Policy.AnyProperty;
import dev.portcullis.permission.Policy.Compares;
import dev.portcullis.permission.Policy.Evaluated;
import dev.portcullis.permission.Policy.IsEmpty;
import dev.portcullis.permission.Policy.IsExpired;
import dev.portcullis.permission.Policy.IsWithin;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each operator of Port's policies means. Values are written as JSON would have them. */
class PolicyTest {

  private static final Instant NOW = Instant.parse("2026-03-15T10:00:00Z");

  private static final Attributes USER =
      new Attributes(Map.of("department", json("'Legal'"), "isOnCall", json("true")));

  private static final List<Attributes> TEAMS =
      List.of(
          new Attributes(Map.of("region", json("['eu','us']"))),
          new Attributes(Map.of("region", json("'ap'"), "tier", json("1"))),
          Attributes.NONE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'gold'   | =  | 'gold'   | true",
        "'gold'   | =  | 'Gold'   | false",
        "'gold'   | != | 'silver' | true",
        "1        | =  | 1.0      | true",
        "1        | =  | '1'      | false",
        "true     | =  | 'true'   | true",
        "'true'   | =  | true     | true",
        "'false'  | =  | true     | false",
        "true     | != | 'true'   | false",
        "'True'   | =  | true     | false",
        "null     | =  | null     | true",
        "null     | =  | 'gold'   | false",
        "null     | != | 'gold'   | true",
        "'gold'   | != | null     | true",
        "null     | != | null     | false",
        "[]       | =  | null     | false",
        "['gold'] | =  | 'gold'   | true",
        "['gold','x'] | = | 'gold' | false",
        "'gold'   | =  | ['gold'] | true",
        "['a','b'] | = | ['a','b'] | true",
        "['a','b'] | = | ['b','a'] | false",
        "[]       | =  | []       | true",
        "[true]   | =  | ['true'] | true",
      })
  void equality(String tested, String operator, String sought, boolean holds) {
    assertThat(compares(tested, operator, sought)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "2       | >  | 1.5  | true",
        "2       | >  | 2    | false",
        "2       | >= | 2    | true",
        "2       | <  | 10   | true",
        "2       | <= | 2.0  | true",
        "'2'     | <  | 10   | false",
        "[2]     | >  | 1    | true",
        "[2,3]   | >  | 1    | false",
        "null    | >  | 1    | false",
        "null    | <= | 1    | false",
        "true    | >  | 0    | false",
        "'2026-01-02' | > | '2026-01-01' | true",
        "'2026-01-02' | >= | '2026-01-02T00:00:00Z' | true",
        "'2026-01-02T12:00:00+02:00' | < | '2026-01-02T11:00:00Z' | true",
        "'2026-01-02T10:00:00' | <= | '2026-01-02T10:00:00Z' | true",
        "'2026-02-30' | > | '2026-01-01' | false",
        "'yesterday, 2026-' | > | '2026-01-01' | false",
        "20260102 | > | '2026-01-01' | false",
      })
  void order(String tested, String operator, String sought, boolean holds) {
    assertThat(compares(tested, operator, sought)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'payments' | contains            | 'men' | true",
        "'payments' | contains            | 'Men' | false",
        "'payments' | doesNotContains     | 'men' | false",
        "'payments' | beginsWith          | 'pay' | true",
        "'payments' | doesNotBeginsWith   | 'pay' | false",
        "'payments' | endsWith            | 'nts' | true",
        "'payments' | doesNotEndsWith     | 'pay' | true",
        "null       | contains            | 'x'   | false",
        "null       | doesNotContains     | 'x'   | true",
        "null       | doesNotBeginsWith   | 'x'   | true",
        "null       | doesNotEndsWith     | 'x'   | true",
        "12         | contains            | '1'   | false",
        "['pay']    | contains            | 'a'   | true",
        "['pay','x'] | contains           | 'pay' | false",
      })
  void texts(String tested, String operator, String sought, boolean holds) {
    assertThat(compares(tested, operator, sought)).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "['a','b'] | containsAny | ['b','c'] | true",
        "['a','b'] | containsAny | ['c']     | false",
        "['a','b'] | containsAny | 'b'       | true",
        "'a'       | containsAny | ['a']     | true",
        "[]        | containsAny | []        | false",
        "null      | containsAny | ['a']     | false",
        "'a'       | in          | ['a','b'] | true",
        "'c'       | in          | ['a','b'] | false",
        "'a'       | in          | 'a'       | true",
        "[1]       | in          | [1.0]     | true",
        "['true']  | in          | [true]    | true",
        "'c'       | notIn       | ['a','b'] | true",
        "'a'       | notIn       | ['a','b'] | false",
        "null      | in          | ['a']     | false",
        "null      | notIn       | ['a']     | true",
        "[['a']]   | in          | ['a']     | false",
      })
  void sets(String tested, String operator, String sought, boolean holds) {
    assertThat(compares(tested, operator, sought)).isEqualTo(holds);
  }

  @Test
  void longListsShareAnElementAsShortOnesDo() {
    List<PropertyValue> many = new ArrayList<>(Collections.nCopies(9_000, json("0.5")));
    many.add(json("true"));
    PropertyValue tested = new PropertyValue.Many(many);

    assertThat(compares(tested, Comparison.IN, new PropertyValue.Many(texts(1_000)))).isFalse();
    List<PropertyValue> sought = texts(999);
    sought.add(json("'true'"));
    assertThat(compares(tested, Comparison.IN, new PropertyValue.Many(sought))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "null | true",
        "[] | true",
        "'' | false",
        "0 | false",
        "[null] | false",
        "false | false"
      })
  void emptiness(String tested, boolean isEmpty) {
    assertThat(holds(new IsEmpty(property(), false), tested)).isEqualTo(isEmpty);
    assertThat(holds(new IsEmpty(property(), true), tested)).isEqualTo(!isEmpty);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'2026-03-01T00:00:00Z' | true",
        "'2026-03-31'           | true",
        "'2026-02-28T23:59:59Z' | false",
        "'2026-03-31T00:00:01Z' | false",
        "'never'                | false",
        "null                   | false",
      })
  void bothEndsOfARangeBelongToIt(String tested, boolean isWithin) {
    Range march =
        new Range.Between(
            Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-03-31T00:00:00Z"));

    assertThat(holds(new IsWithin(property(), march, false), tested)).isEqualTo(isWithin);
    assertThat(holds(new IsWithin(property(), march, true), tested)).isEqualTo(!isWithin);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "today        | '2026-03-15T00:00:00Z' | true",
        "today        | '2026-03-15T23:59:59Z' | true",
        "today        | '2026-03-14T23:59:59Z' | false",
        "today        | '2026-03-16'           | false",
        "tomorrow     | '2026-03-16'           | true",
        "yesterday    | '2026-03-14T23:59:59Z' | true",
        "lastDay      | '2026-03-14T10:00:00Z' | true",
        "lastDay      | '2026-03-14T09:59:59Z' | false",
        "lastWeek     | '2026-03-08T10:00:00Z' | true",
        "lastWeek     | '2026-03-15T10:00:01Z' | false",
        "last2Weeks   | '2026-03-01T10:00:00Z' | true",
        "lastMonth    | '2026-02-13T10:00:00Z' | true",
        "lastMonth    | '2026-02-13T09:00:00Z' | false",
        "last3Months  | '2025-12-15T10:00:00Z' | true",
        "last6Months  | '2025-09-16T10:00:00Z' | true",
        "last12Months | '2025-03-15T10:00:00Z' | true",
        "last12Months | '2025-03-15T09:00:00Z' | false",
        "last2Years   | '2024-03-15T10:00:00Z' | true",
        "last3Years   | '2023-03-16T10:00:00Z' | true",
      })
  void presetsGoByTheMomentOfTheRequest(String preset, String tested, boolean isWithin) {
    Policy policy = new IsWithin(property(), Range.Preset.named(preset).orElseThrow(), false);

    assertThat(holds(policy, tested)).isEqualTo(isWithin);
  }

  @Test
  void aTimerExpiresAtItsDate() {
    assertThat(holds(new IsExpired(property(), false), "'2026-03-15T10:00:00Z'")).isTrue();
    assertThat(holds(new IsExpired(property(), false), "'2026-03-15T10:00:01Z'")).isFalse();
    assertThat(holds(new IsExpired(property(), true), "'2026-03-15T10:00:01Z'")).isTrue();
    assertThat(holds(new IsExpired(property(), true), "null")).isTrue();
  }

  @Test
  void withoutAMomentPresetsAndTimersFailWhetherNegatedOrNot() {
    for (boolean negated : new boolean[] {false, true}) {
      for (Policy policy :
          List.of(
              new IsWithin(property(), Range.Preset.TODAY, negated),
              new IsExpired(property(), negated))) {
        AccessRequest timeless = request(attributes("'2026-03-15'"), Circumstances.NONE);
        assertThat(PolicyCheck.isMet(policy, timeless)).isFalse();
        assertThat(PolicyCheck.hasFailed(policy, timeless)).isTrue();
      }
    }
  }

  @Test
  void aRangeMayComeFromTheContext() {
    Attributes action =
        new Attributes(
            Map.of(
                "window",
                new PropertyValue.Fields(
                    Map.of("from", json("'2026-01-01'"), "to", json("'2026-01-31'")))));
    Circumstances circumstances =
        new Circumstances(USER, TEAMS, action, Attributes.NONE, Optional.empty(), Map.of());
    Range window = new Range.InContext(new Contextual(Context.ACTION, "window"));
    Range nothing = new Range.InContext(new Contextual(Context.ACTION, "nothing"));

    AccessRequest request = request(attributes("'2026-01-15'"), circumstances);
    assertThat(PolicyCheck.isMet(new IsWithin(property(), window, false), request)).isTrue();
    assertThat(PolicyCheck.isMet(new IsWithin(property(), window, true), request)).isFalse();
    assertThat(PolicyCheck.isMet(new IsWithin(property(), nothing, false), request)).isFalse();
    assertThat(PolicyCheck.isMet(new IsWithin(property(), nothing, true), request)).isFalse();
  }

  @Test
  void contextsAreTheCallerItsTeamsAndWhatCameWithTheRequest() {
    assertThat(holds(test(context(Context.USER, "department"), "=", "'Legal'"), "null")).isTrue();
    assertThat(holds(test(context(Context.USER, "isOnCall"), "=", "'true'"), "null")).isTrue();
    assertThat(holds(test(context(Context.USER, "$team"), "containsAny", "['t2']"), "null"))
        .isTrue();
    assertThat(holds(test(context(Context.USER_TEAMS, "$identifier"), "in", "['t1']"), "null"))
        .isTrue();
    assertThat(holds(test(context(Context.ACTION, "urgency"), "=", "'high'"), "null")).isTrue();
    assertThat(holds(test(context(Context.RESOURCE, "sent"), "=", "'yes'"), "null")).isTrue();
  }

  @Test
  void thePropertyOfTeamsIsAnArrayOverAllOfThemFlatAndWithoutNulls() {
    Sought regions = context(Context.USER_TEAMS, "region");

    assertThat(holds(new Compares(property(), Comparison.IN, regions), "'us'")).isTrue();
    assertThat(holds(new Compares(property(), Comparison.IN, regions), "'sa'")).isFalse();
    assertThat(holds(new Compares(property(), Comparison.CONTAINS_ANY, regions), "['sa','ap']"))
        .isTrue();
    assertThat(holds(test(context(Context.USER_TEAMS, "tier"), "=", "1"), "null")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "!=", "in", "notIn", "contains", "doesNotContains", ">", "<="})
  void aContextWithoutTheValueMakesTheRuleFalseWhateverTheOperator(String operator) {
    Comparison comparison = Comparison.spelled(operator).orElseThrow();
    Contextual missing = context(Context.USER, "nothing");

    assertThat(holds(new Compares(property(), comparison, missing), "'x'")).isFalse();
    String literal = operator.contains(">") || operator.contains("<") ? "1" : "'x'";
    assertThat(holds(test(missing, operator, literal), "null")).isFalse();
  }

  @Test
  void emptinessMayAskAboutWhatTheContextLacks() {
    assertThat(holds(new IsEmpty(context(Context.USER, "nothing"), false), "null")).isTrue();
    assertThat(holds(new IsEmpty(context(Context.USER, "department"), false), "null")).isFalse();
  }

  @Test
  void metaPropertiesOfTheResourceCannotBeOverriddenByItsProperties() {
    Attributes lies =
        new Attributes(
            Map.of(
                "$identifier", json("'e9'"),
                "$team", json("['t9']"),
                "$blueprint", json("'Other'"),
                "$title", json("'Checkout'")));
    AccessRequest request = request(lies, Circumstances.NONE);

    for (String[] truth :
        new String[][] {
          {"$identifier", "'e1'"},
          {"$team", "['t1']"},
          {"$blueprint", "'Env'"},
          {"$title", "'Checkout'"}
        }) {
      Policy policy = test(new Property(truth[0]), "=", truth[1]);
      assertThat(PolicyCheck.isMet(policy, request)).as(truth[0]).isTrue();
    }
  }

  @Test
  void myTeamsStandsForTheCallersTeams() {
    Policy policy = test(new Property("$team"), "in", "['My Teams']");

    assertThat(PolicyCheck.isMet(policy, request(Attributes.NONE, Circumstances.NONE))).isTrue();
    assertThat(holds(test(property(), "in", "['My Teams']"), "'t1'")).isFalse();
  }

  @Test
  void aSchemaStandsForEveryPropertyDeclaredSo() {
    PropertySchema person = schema("string", "user");
    Map<String, PropertySchema> schemas = new HashMap<>();
    schemas.put("owner", person);
    schemas.put("deputy", person);
    schemas.put("note", schema("string", ""));
    schemas.put("watchers", new PropertySchema("array", Optional.empty(), Optional.of(person)));
    Attributes properties =
        new Attributes(
            Map.of(
                "owner", json("'ada@x'"),
                "note", json("'bob@x'"),
                "watchers", json("['eve@x','ada@x']")));
    Resource resource = new Resource("Env", "e1", Set.of(), properties, schemas);
    AccessRequest request = new AccessRequest(Cast.MEMBER, EntityOperation.READ, resource);

    assertThat(meets(request, person, "=", "'ada@x'")).isTrue();
    assertThat(meets(request, person, "=", "'bob@x'")).isFalse();
    assertThat(meets(request, person, "!=", "'ada@x'")).isFalse();
    assertThat(meets(request, person, "!=", "'bob@x'")).isTrue();
    assertThat(meets(request, schema("string", ""), "=", "'bob@x'")).isTrue();
    PropertySchema persons =
        new PropertySchema("array", Optional.empty(), Optional.of(schema("string", "user")));
    assertThat(meets(request, persons, "contains", "'ada@x'")).isTrue();
    assertThat(meets(request, persons, "contains", "'ada'")).isFalse();
    assertThat(meets(request, schema("string", "user"), "contains", "'ada'")).isTrue();
    assertThat(meets(request, schema("number", ""), "=", "'ada@x'")).isFalse();
  }

  @Test
  void aGroupWithoutRulesIsMetByNobody() {
    assertThat(holds(new AllOf(List.of()), "null")).isFalse();
    assertThat(holds(new AnyOf(List.of()), "null")).isFalse();
    assertThat(holds(new AllOf(List.of(yes(), new AllOf(List.of()))), "null")).isFalse();
  }

  @Test
  void whatWasEvaluatedBeforehandIsLookedUp() {
    assertThat(holds(new Evaluated("met"), "null")).isTrue();
    assertThat(holds(new Evaluated("unmet"), "null")).isFalse();
    assertThat(holds(new Evaluated("broken"), "null")).isFalse();
    assertThat(holds(new Evaluated("forgotten"), "null")).isFalse();
  }

  @Test
  void aPolicyFailsOnlyIfWhatFailedCouldHaveMattered() {
    Policy broken = new Evaluated("broken");
    Policy unmet = new Evaluated("unmet");

    assertThat(fails(broken)).isTrue();
    assertThat(fails(new Evaluated("forgotten"))).isTrue();
    assertThat(fails(new AllOf(List.of(broken, yes())))).isTrue();
    assertThat(fails(new AllOf(List.of(broken, unmet)))).isFalse();
    assertThat(fails(new AnyOf(List.of(unmet, broken)))).isTrue();
    assertThat(fails(new AnyOf(List.of(yes(), broken)))).isFalse();
    assertThat(fails(unmet)).isFalse();
  }

  @Test
  void whatCouldNeverMatchIsRefused() {
    for (String[] mistake :
        new String[][] {
          {">", "'soon'"},
          {">", "true"},
          {"<=", "null"},
          {"<", "[1]"},
          {"contains", "1"},
          {"beginsWith", "['a']"},
          {"in", "null"},
          {"containsAny", "[['a']]"},
          {"=", "[null]"}
        }) {
      assertThatIllegalArgumentException()
          .as(mistake[0] + mistake[1])
          .isThrownBy(() -> test(property(), mistake[0], mistake[1]));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new AnyProperty(schema("string", ""), Comparison.IN, new Literal(json("'a'"))));
    assertThatIllegalArgumentException().isThrownBy(() -> new Property(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> new Evaluated(""));
  }

  @Test
  void depthSizeAndValuesAreBounded() {
    Policy nested = yes();
    for (int depth = 1; depth < Policy.MAX_DEPTH; depth++) {
      nested = new AllOf(List.of(nested));
    }
    Policy deepest = nested;
    assertThat(holds(deepest, "null")).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> new AnyOf(List.of(deepest)));

    List<Policy> most = Collections.nCopies(Policy.MAX_SIZE - 1, yes());
    assertThat(holds(new AllOf(most), "null")).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AllOf(List.of(new AllOf(most), yes())));

    PropertyValue tooMany = new PropertyValue.Many(texts(Policy.MAX_VALUES + 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Compares(property(), Comparison.IN, new Literal(tooMany)));
  }

  private static boolean compares(String tested, String operator, String sought) {
    return holds(test(property(), operator, sought), tested);
  }

  private static boolean compares(PropertyValue tested, Comparison comparison, PropertyValue to) {
    Policy policy = new Compares(property(), comparison, new Literal(to));
    Attributes attributes = new Attributes(Map.of("p", tested));
    return PolicyCheck.isMet(policy, request(attributes, Circumstances.NONE));
  }

  private static boolean meets(
      AccessRequest request, PropertySchema schema, String operator, String sought) {
    Comparison comparison = Comparison.spelled(operator).orElseThrow();
    return PolicyCheck.isMet(
        new AnyProperty(schema, comparison, new Literal(json(sought))), request);
  }

  private static boolean holds(Policy policy, String property) {
    return PolicyCheck.isMet(policy, request(attributes(property), circumstances()));
  }

  private static boolean fails(Policy policy) {
    return PolicyCheck.hasFailed(policy, request(Attributes.NONE, circumstances()));
  }

  private static Policy test(Tested tested, String operator, String literal) {
    Comparison comparison = Comparison.spelled(operator).orElseThrow();
    return new Compares(tested, comparison, new Literal(json(literal)));
  }

  private static Policy yes() {
    return new Evaluated("met");
  }

  private static Property property() {
    return new Property("p");
  }

  private static Contextual context(Context context, String property) {
    return new Contextual(context, property);
  }

  private static PropertySchema schema(String type, String format) {
    return new PropertySchema(
        type, Optional.of(format).filter(text -> !text.isEmpty()), Optional.empty());
  }

  private static AccessRequest request(Attributes properties, Circumstances circumstances) {
    Subject subject = Cast.person("mem", new Role.Member(), "t1", "t2");
    Resource resource = new Resource("Env", "e1", Set.of("t1"), properties, Map.of());
    return new AccessRequest(subject, EntityOperation.READ, resource, circumstances);
  }

  private static Circumstances circumstances() {
    Map<String, Verdict> verdicts =
        Map.of(
            "met", Verdict.of(true),
            "unmet", Verdict.of(false),
            "broken", new Verdict.Failed("ran for longer than 50 ms"));
    return new Circumstances(
        USER,
        TEAMS,
        new Attributes(Map.of("urgency", json("'high'"))),
        new Attributes(Map.of("sent", json("'yes'"))),
        Optional.of(NOW),
        verdicts);
  }

  private static Attributes attributes(String property) {
    PropertyValue value = json(property);
    return value == PropertyValue.Null.NULL ? Attributes.NONE : new Attributes(Map.of("p", value));
  }

  private static List<PropertyValue> texts(int count) {
    List<PropertyValue> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(PropertyValue.of("text" + i));
    }
    return texts;
  }

  /** Enough of JSON for these tests, with single quotes. */
  private static PropertyValue json(String text) {
    if (text.startsWith("[")) {
      String inner = text.substring(1, text.length() - 1);
      if (inner.isEmpty() || inner.startsWith("[")) {
        return new PropertyValue.Many(inner.isEmpty() ? List.of() : List.of(json(inner)));
      }
      return new PropertyValue.Many(
          List.of(inner.split(",")).stream().map(PolicyTest::json).toList());
    }
    return switch (text) {
      case "null" -> PropertyValue.Null.NULL;
      case "true", "false" -> PropertyValue.of(Boolean.parseBoolean(text));
      default ->
          text.startsWith("'")
              ? PropertyValue.of(text.substring(1, text.length() - 1))
              : PropertyValue.of(new BigDecimal(text));
    };
  }
}
