package dev.portcullis.jq;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ours and jackson-jq, which has no bounds, give the same for the same program and input. */
class JqComparisonTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final List<String> INPUTS =
      List.of(
          "null",
          "true",
          "7",
          "-2.5",
          "\"team-payments\"",
          "[]",
          "[3,1,2,1,null,\"b\",\"a\",[2],{\"k\":1}]",
          "[[\"a\",1],[\"b\",2]]",
          "[{\"k\":\"a\",\"v\":2},{\"k\":\"b\",\"v\":1},{\"k\":\"a\",\"v\":3}]",
          "{}",
          """
          {"inputs":{"name":"svc","n":3,"list":["x","y"]},
           "user":{"identifier":"u@x","team":["t1"],"properties":{"port_role":"Moderator"}},
           "results":{"q":{"entities":[
             {"identifier":"a","relations":{"team":["t1"]},"properties":{"n":1}},
             {"identifier":"b","relations":{"team":["t2"]},"properties":{"n":null}},
             {"identifier":"c","relations":{},"properties":{"n":3}}]}},
           "trigger":{"user":{"email":"u@x"},"at":"2030-01-31T12:00:00Z"}}
          """);

  private static final Scope SCOPE = scope();

  private static Scope scope() {
    Scope scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, scope);
    return scope;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "..",
        ".a",
        ".a?",
        ".inputs.name",
        ".[\"inputs\"].n",
        ".[0]",
        ".[-1]",
        ".[1:3]",
        ".[:-1]",
        ".[]",
        ".[]?",
        ".results.q.entities | length",
        ".results.q.entities | length == 0",
        ".results.none.entities | length == 0",
        "[.results.q.entities[] | select(.relations.team == [\"t1\"]) | .identifier]",
        "(.results.q.entities | first | .relations.team) as $t | [.results.q.entities[]"
            + " | select(.relations.team == $t) | .identifier]",
        "[.results.q.entities[].identifier] - [.trigger.user.email, \"a\"]",
        ".user.properties.port_role == \"Moderator\" and .inputs.n > 2",
        ".user.team | contains([\"t1\"])",
        ".user.team | index(\"t1\")",
        "any(.user.team[]; . == \"t1\")",
        "length",
        "keys",
        "type",
        "not",
        "tostring",
        "tojson",
        "add",
        "any",
        "all",
        "sort",
        "unique",
        "min",
        "max",
        "flatten",
        "[.[]?] | reverse",
        "to_entries",
        "map(.)",
        "map(type)",
        "first",
        "last",
        "floor",
        "sqrt",
        "tonumber",
        "explode",
        "ascii_downcase",
        "ascii_upcase",
        "group_by(.k)",
        "sort_by(.v)",
        "unique_by(.k)",
        "min_by(.v)",
        "max_by(.v)",
        "map(select(.k == \"a\"))",
        "map(.v) | add",
        "[.[] | .v] | add / length",
        "objects | with_entries(.value |= .)",
        "map_values(1)",
        "startswith(\"team\")",
        "endswith(\"ts\")",
        "ltrimstr(\"team-\")",
        "rtrimstr(\"s\")",
        "split(\"-\")",
        "join(\",\")",
        "test(\"^team\")",
        "test(\"PAY\"; \"i\")",
        "match(\"t(e)(?<x>.)\")",
        "[match(\"[aeiou]\"; \"g\") | .offset]",
        "match([\"PAY\", \"i\"]) | .string",
        "[match(\"zzz\")]",
        "capture(\"(?<a>[a-z]+)-(?<n>[a-z]+)\")",
        "[scan(\"[aeiou]\")]",
        "[scan(\"(t)(e)\")]",
        "sub(\"a\"; \"A\")",
        "gsub(\"[ae]\"; \"_\")",
        "gsub(\"(?<c>[aeiou])\"; \"<\" + .c + \">\")",
        "sub(\"^\"; \"team: \")",
        "[splits(\"-\")]",
        "split(\"m+\"; null)",
        "\"aXbxc\" | [splits(\"x\"; \"i\")]",
        "\"añb😀c\" | [match(\".\"; \"g\") | [.offset, .length, .string]]",
        "index(\"a\")",
        "indices(1)",
        "contains(\"pay\")",
        "inside(\"team-payments-x\")",
        "1 + 2 * 3 - 4 / 2 % 5",
        "-(.)",
        ". + 1",
        ". + .",
        ". - [1]",
        ". * 2",
        ". / \"-\"",
        "1 / 0",
        "5 % 0",
        ". == .",
        ". < 3",
        ". // \"d\"",
        ".a // .b // 1",
        "(.a, .b) // 1",
        "if . then 1 else 2 end",
        "if type == \"array\" then length elif . == null then \"n\" else . end",
        "try error(\"x\") catch .",
        "try (1, error(\"x\"), 3) catch .",
        "[.[]? | tostring]",
        "reduce .[]? as $x (0; . + 1)",
        "[foreach range(5) as $x (0; . + $x; [$x, .])]",
        "[limit(3; range(10))]",
        "[first(range(10))]",
        "[range(2; 8; 3)]",
        "[range(5; 0; -2)]",
        "first(empty)",
        "[while(. != 3; 3)?]",
        "[.[]? as [$a, $b] | {a: $a, b: $b}]",
        ". as {inputs: {name: $n}} | $n",
        "def f(x): x * 2; f(3)",
        "def f($x; g): $x + g; f(1; 2)",
        "def f: def g: 3; g; f",
        "{a: 1, \"b c\": 2, (\"d\"): 3}",
        "\"a \\(1 + 2) b \\(.)\"",
        "[.[]?] | length",
        "label $out | 1, break $out, 2",
        "[1, [2, [3]]] | flatten(1)",
        "\"2030-01-31T12:00:00Z\" | fromdateiso8601",
        "1893456000 | todateiso8601",
        "walk(if type == \"number\" then 0 else . end)",
        "[.[]? | select(type == \"string\") | length]",
        "nulls",
        "values",
        "scalars",
        "iterables",
        "[splits(\",\")?]",
        "until(. == 100; 100)",
        "getpath([\"inputs\", \"name\"])?",
        "tojson | length",
        "[.. | numbers]",
        "[..] | length",
        "error(null)?",
        "\"\\u00e9\" | utf8bytelength",
        "[1, null, 2] | map(values)",
        "[true, false] | any, all",
        "[] | any, all, add",
        "1 as $x | 2 as $y | [$x, $y, $__loc__]?",
        "[1,2,3] | .[1:] | .[0]",
        "{} | .a.b.c",
        "[{a: 1}] | .[].a",
        "\"abc\" | .[1:2]",
        "[3, 1] | sort_by(-.)",
        "null | length",
        ".a = 1",
        ".a.b.c = 1",
        ".[0] = 9",
        ".[-1] = 9",
        ".[2:4] = [\"x\"]",
        ".[1:] |= map(1)",
        ".[:1] = []",
        ".[]? = 0",
        ".inputs.name |= . + \"x\"",
        ".inputs.n += 1",
        ".inputs.n -= 1",
        ".inputs.n *= 2",
        ".inputs.n /= 2",
        ".inputs.n %= 2",
        ".inputs.none //= \"d\"",
        ".inputs.n //= \"d\"",
        ".a += 1",
        "(.inputs.n, .inputs.m) = (1, 2)",
        ".inputs.list[1:] = [\"z\"]",
        ".inputs[.user.team[0]? // \"x\"]? = 1",
        ".results.q.entities[].properties.n |= (. // 0) + 1",
        ".results.q.entities |= map(.identifier)",
        "(.results.q.entities[] | select(.identifier == \"b\") | .properties.n) = 7",
        "map_values(. // 1)",
        "(.. | select(type == \"number\")) |= . + 1",
        "(.. | numbers) = 0",
        "del(.a)",
        "del(.inputs.name)",
        "del(.[0])",
        "del(.[0, 2])",
        "arrays | del(.[1:3])",
        "del(.[]?)",
        "del(.results.q.entities[] | select(.identifier == \"a\"))",
        "del(.[] | select(. == 1)?)",
        "del(.inputs.list[0], .inputs.n)",
        "delpaths([[\"inputs\",\"name\"],[\"user\"]])",
        "delpaths([])",
        "[(.user? // empty) | paths]",
        "[path(..)]",
        "path(.a[0].b)",
        "[path(.[]?)]",
        "path(.inputs | .name)",
        "path(.a // .b)",
        "path(if .inputs then .inputs else .other end)",
        "[path(.results.q.entities[] | select(.properties.n != null) | .identifier)]",
        "path(first(.a, .b))",
        "path(getpath([\"a\", \"b\"]))",
        "path(.[1:2])",
        "path(1)",
        "path(.a | tostring)",
        "try path(.a | map(.b)) catch \"no\"",
        "[paths(type == \"number\")]",
        "[leaf_paths]",
        "setpath([\"a\"]; 1)",
        "setpath([]; 1)",
        "setpath([0, \"k\"]; 1)",
        "setpath([\"inputs\", \"list\", 3]; \"w\")",
        "setpath(\"a\"; 1)",
        "setpath([-9]; 1)",
        "objects | to_entries | from_entries",
        "objects | with_entries(.value = 1)",
        "objects | with_entries(.value |= tostring)",
        "pick(.inputs.name)",
        "pick(.[1])",
        "reduce path(..) as $p (0; . + 1)",
        "[limit(2; path(..))]",
        ".a = (1, 2)",
        ".a = (.b // 3)",
        ".a as $x | .b = $x",
        "def f: .a; f = 1",
        "def f(g): g |= 2; f(.a)",
        ".[\"a\"] = 1",
        ".\"a\" = 1",
        ".a[\"b\"].c = 1",
        ".[.user.team[0]? // \"x\"]? //= 1",
        "@text",
        "@json",
        "@html",
        "@uri",
        "@base64",
        "@sh",
        "@csv",
        "@tsv",
        "@json \"x\\(.)y\"",
        "@base64 \"a\\(1 + 1)b\"",
        "@uri \"q=\\(\"a b&c\")\"",
        "@html \"<\\(\"<a>\")>\"",
        "[1, \"a\\\"b\", null, true] | @csv",
        "[\"a\\tb\", 1] | @tsv",
        "[\"a b\", \"c'd\", 1] | @sh",
        "\"<&\\\">\" | @html",
        "\"é/ ~-_.\" | @uri",
        "\"dGVhbQ==\" | @base64d",
        "\"dGVhbQ\" | @base64d",
        "\"[1, {\\\"a\\\": -2.5e1, \\\"b\\\": [null, true]}]\" | fromjson",
        "\"nope\" | fromjson",
        "\"{\\\"a\\\":}\" | fromjson",
        "tojson | fromjson",
        "transpose",
        "[[1, 2], [3]] | transpose",
        "[[1, 2], [3, 4]] | [combinations]",
        "[0, 1] | [combinations(2)]",
        "pow(2; 10)",
        "10 | log10",
        "[infinite, -infinite] | map(isinfinite)",
        "nan | isnan",
        "[nan] | sort",
        ".inputs.name.x?",
        ".inputs?.name?",
        "(.inputs.name.x)?",
        ".[0].k?",
        ".inputs[]?",
        ".inputs.name[]?",
        ".inputs.n[1:]?",
        ".inputs.none?.x.y",
        "try .inputs.name.x catch \"c\"",
        "[.[]?.k?]",
        "\"x\" * 0"
      })
  void theyAgree(String program) {
    boolean ours = JqProgram.compile(program) instanceof JqCompilation.Compiled;
    for (String input : INPUTS) {
      if (ours) {
        JsonNode tree = JSON.readTree(input);
        assertThat(ofOurs(program, tree))
            .as("%s on %s", program, input)
            .isEqualTo(ofOther(program, tree));
      } else {
        // Of what we leave out on purpose, nothing is compared.
        assertThat(program).contains("$__loc__");
      }
    }
  }

  private static String ofOurs(String program, JsonNode input) {
    JqOutcome outcome = JqBoundsTest.run(program, JSON.treeToValue(input, Object.class));
    return switch (outcome) {
      case JqOutcome.Results(var values) -> numbers(JSON.valueToTree(values));
      case JqOutcome.Failed _ -> "fails";
      case JqOutcome.OutOfBounds(String bound) -> bound;
    };
  }

  private static String ofOther(String program, JsonNode input) {
    List<JsonNode> results = new ArrayList<>();
    try {
      JsonQuery.compile(program, Versions.JQ_1_7)
          .apply(Scope.newChildScope(SCOPE), input, results::add);
      return numbers(JSON.valueToTree(results));
    } catch (JsonQueryException e) {
      return "fails";
    }
  }

  /** Whole numbers are alike with and without a fraction, and members in any order. */
  private static String numbers(JsonNode results) {
    return JsonText.of(sorted(JSON.treeToValue(results, Object.class)));
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> object -> {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        object.forEach((key, member) -> sorted.put((String) key, sorted(member)));
        yield sorted;
      }
      case List<?> list -> {
        List<@Nullable Object> each = new ArrayList<>();
        list.forEach(element -> each.add(sorted(element)));
        yield each;
      }
      case null, default -> value;
    };
  }
}
