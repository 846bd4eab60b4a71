package dev.portcullis.jq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a program does, it ends within its bounds and says which one it met. */
class JqBoundsTest {

  /** So long that a slow machine does not decide; steps and size do. */
  private static final JqBounds BOUNDS =
      new JqBounds(Duration.ofSeconds(60), 200_000, 1_000_000, 100);

  private static final Instant NOW = Instant.parse("2030-01-31T12:00:00.250Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\" * 1000000 | test(\"(a?){300}b\")",
        "\"a\" * 300000 | [match(\"\"; \"g\")] | length"
      })
  void aLongMatchIsEndedInItsMidst(String program) {
    JqBounds bounds = new JqBounds(Duration.ofMillis(50), 1_000_000, 4_000_000, 1_000);

    assertThat(compiled(program).run(null, bounds, NOW)).isInstanceOf(JqOutcome.OutOfBounds.class);
  }

  @Test
  void nowIsTheMomentThatTheRunIsGiven() {
    assertThat(run("now, (now | floor | todate)", null))
        .isEqualTo(new JqOutcome.Results(List.of(1_896_091_200.25, "2030-01-31T12:00:00Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f: f; f",
        "def f: 1 + f; f",
        "repeat(.)",
        "last(repeat(1))",
        "until(false; .)",
        "[range(1e12)]",
        "range(1e12) | empty",
        "reduce range(60) as $i (\"x\"; . + .)",
        "reduce range(60) as $i ([1]; . + .)",
        "\"x\" * 1e9",
        "\"xyz\" * 1e300",
        "[limit(1e9; repeat(\"abc\"))] | join(\"\")",
        "foreach repeat(1) as $x (0; . + 1)",
        "[range(900)] | [.[] as $a | .[] as $b | $a + $b]",
        "recurse(.)",
        "def f: [f]; f",
        "[range(1000)] | map(tostring * 1000) | add | explode",
        "range(1000)",
        "\"a\" * 1000 | gsub(\"a\"; \"b\" * 1e4)",
        "\"a\" * 1e5 | [scan(\"a\")] | length",
        "try repeat(1) catch .",
        "(repeat(1) | empty) // 1",
        "label $x | repeat(1)",
        ".[1e9] = 1",
        ".[1e300] = 1",
        "try (.[1e9] = 1) catch .",
        "reduce range(1e6) as $i ([]; .[$i] = 1)",
        "[range(1000)] | .[] |= (tostring * 1000)",
        "setpath([range(1000)]; 1)",
        "def f: .a |= f; f",
        "path(repeat(.a))",
        "[limit(400; path(repeat(.a)))] | map(. as $p | {} | setpath($p; 1)) | tojson | tojson",
        "\"x\" * 1e5 | @uri | @base64 | @json | @base64 | @base64 | @base64",
        "[range(20)] | [combinations(20)]",
        "[range(500)] as $a | reduce range(500) as $i ({}; . + {($i|tostring): $a}) | tojson |"
            + " tojson"
      })
  void itIsStopped(String program) {
    assertThat(run(program, null)).as(program).isInstanceOf(JqOutcome.OutOfBounds.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"repeat(.)", "[range(1e12)]", "until(false; .)", "range(1e12) | empty"})
  void timeAloneIsEnough(String program) {
    JqBounds bounds =
        new JqBounds(Duration.ofMillis(1), Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
    assertThat(compiled("first(" + program + " | select(false))").run(null, bounds, NOW))
        .isInstanceOf(JqOutcome.OutOfBounds.class);
  }

  @Test
  void aRegularExpressionIsLinear() {
    Object input = "a".repeat(100_000) + "b";
    assertThat(run("test(\"^(a+)+$\")", input)).isEqualTo(new JqOutcome.Results(List.of(false)));
  }

  @Test
  void aDeepProgramIsRefusedAndDeepDataEndsInABound() {
    assertThat(JqProgram.compile("[".repeat(3_000) + "]".repeat(3_000)))
        .isInstanceOf(JqCompilation.Malformed.class);
    assertThat(JqProgram.compile("1" + "+1".repeat(3_000)))
        .isInstanceOf(JqCompilation.Malformed.class);
    assertThat(JqProgram.compile(".a".repeat(3_000))).isInstanceOf(JqCompilation.Malformed.class);
    assertThat(JqProgram.compile("1" + ",1".repeat(3_000)))
        .isInstanceOf(JqCompilation.Malformed.class);
    assertThat(run("1" + "+1".repeat(150), null)).isEqualTo(new JqOutcome.Results(List.of(151.0)));
    assertThat(JqProgram.compile("x".repeat(8_001))).isInstanceOf(JqCompilation.Malformed.class);
    @Nullable Object deep = null;
    for (int i = 0; i < 10_000; i++) {
      deep = new ArrayList<@Nullable Object>(Collections.singletonList(deep));
    }
    assertThat(run("[..] | length", deep)).isInstanceOf(JqOutcome.OutOfBounds.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env",
        "$ENV",
        "input",
        "inputs",
        "halt",
        "import \"a\" as a; 1",
        "input_filename",
        "$__loc__",
        "debug",
        "getpath(1;2)",
        "_sorted",
        "@base32x",
        ".a = .b = 1",
        "$= | ."
      })
  void itReachesNothingButItsInput(String program) {
    assertThat(JqProgram.compile(program)).isInstanceOf(JqCompilation.Malformed.class);
  }

  /** jq's manual says so; what the tests compare with has an older way. */
  @Test
  void whatIsUpdatedToNothingGoes() {
    assertThat(run("(.[] | select(. >= 2)) |= empty", List.of(1, 5, 3, 0, 7)))
        .isEqualTo(new JqOutcome.Results(List.of(List.of(1, 0))));
    assertThat(run(".a |= empty", Map.of("a", 1)))
        .isEqualTo(new JqOutcome.Results(List.of(Map.of())));
    assertThat(run(".a = .b // 3", Map.of("b", 2)))
        .isEqualTo(run("(.a = .b) // 3", Map.of("b", 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "path(1)",
        "(.a | tostring) = 1",
        "[.a] |= 1",
        ".[\"a\", 0] = 1",
        "[1] | .a = 1",
        "{} | .[0] = 1",
        "[1] | .[-3] = 0",
        "[] | .[nan] = 0",
        "[1] | .[:1] = 5",
        "delpaths(1)",
        "delpaths([1])",
        "setpath(1; 1)",
        "del(.[0], .a)",
        "{} | @csv",
        "[[1]] | @csv",
        "[{}] | @sh",
        "\"[1\" | fromjson",
        "\"1 + 1\" | fromjson",
        "\"[\" * 30000 | fromjson",
        "\"[\" * 19000 | fromjson"
      })
  void whatHasNoPlaceFails(String program) {
    assertThat(run(program, Map.of("a", List.of(1)))).isInstanceOf(JqOutcome.Failed.class);
  }

  @Test
  void anErrorIsToldWithoutMuchOfTheData() {
    assertThat(run("error(.)", "s".repeat(1_000)))
        .isInstanceOfSatisfying(
            JqOutcome.Failed.class, failed -> assertThat(failed.error()).hasSizeLessThan(200));
  }

  @Test
  void chainsOfFieldsAreFound() {
    assertThat(
            compiled(
                    """
                    .results.users.entities[] | select(.relations.team == .properties["a b"])
                      | .x[0].y?
                    """)
                .fieldChains())
        .contains(
            List.of("results", "users", "entities"),
            List.of("relations", "team"),
            List.of("properties", "a b"),
            List.of("x", "y"));
  }

  @Test
  void inputStaysAsItIs() {
    Map<String, Object> input = Map.of("a", List.of(1, 2));
    assertThat(run(".a + [3] | .[1:]", input))
        .isEqualTo(new JqOutcome.Results(List.of(List.of(2, 3.0))));
    assertThat(run("del(.a[0]) | .a += [3] | .b = 1 | .a", input))
        .isEqualTo(new JqOutcome.Results(List.of(List.of(2, 3.0))));
    assertThat(input).isEqualTo(Map.of("a", List.of(1, 2)));
  }

  static JqOutcome run(String program, @Nullable Object input) {
    return compiled(program).run(input, BOUNDS, NOW);
  }

  private static JqProgram compiled(String program) {
    return switch (JqProgram.compile(program)) {
      case JqCompilation.Compiled(JqProgram ready) -> ready;
      case JqCompilation.Malformed(String problem) ->
          throw new AssertionError(program + " " + problem);
    };
  }
}
