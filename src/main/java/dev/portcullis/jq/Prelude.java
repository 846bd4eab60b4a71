package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Definition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The functions that are defined in jq itself. */
final class Prelude {

  private static final String SOURCE =
      """
      def map(f): [.[] | f];
      def select(f): if f then . else empty end;
      def recurse: ..;
      def recurse(f): def r: ., (f | r); r;
      def recurse(f; condition): def r: ., (f | select(condition) | r); r;
      def values: select(. != null);
      def nulls: select(. == null);
      def booleans: select(type == "boolean");
      def numbers: select(type == "number");
      def strings: select(type == "string");
      def arrays: select(type == "array");
      def objects: select(type == "object");
      def iterables: select(type == "array" or type == "object");
      def scalars: select(type != "array" and type != "object");
      def first(f): label $out | (f | ., break $out);
      def first: .[0];
      def last: .[-1];
      def last(f): reduce f as $item (null; $item);
      def nth($n): .[$n];
      def limit($n; f):
        if $n <= 0 then empty
        else label $out | foreach f as $item (0; . + 1; $item, if . >= $n then break $out else empty end)
        end;
      def nth($n; f):
        if $n < 0 then error("nth doesn't support negative indices") else last(limit($n + 1; f)) end;
      def until(condition; update): def u: if condition then . else (update | u) end; u;
      def while(condition; update): def w: if condition then ., (update | w) else empty end; w;
      def repeat(f): def r: ., (f | r); r;
      def range($to): range(0; $to);
      def range($from; $to; $by):
        if $by > 0 then $from | while(. < $to; . + $by)
        elif $by < 0 then $from | while(. > $to; . + $by)
        else empty end;
      def isempty(f): label $out | (f | false, break $out), true;
      def any(f; condition): isempty(first(f | condition | select(.))) | not;
      def any(condition): any(.[]; condition);
      def any: any(.);
      def all(f; condition): isempty(first(f | condition | select(. | not)));
      def all(condition): all(.[]; condition);
      def all: all(.);
      def add(f): reduce f as $item (null; . + $item);
      def add: add(.[]);
      def in(object): . as $key | object | has($key);
      def inside(whole): . as $part | whole | contains($part);
      def to_entries: [keys_unsorted[] as $key | {key: $key, value: .[$key]}];
      def from_entries:
        reduce .[] as $entry ({};
          . + { ($entry | if .key == null then .k // .name // .Name // .K // .Key else .key end
                 | if type == "string" then . else tojson end):
                ($entry | if has("value") then .value elif has("v") then .v else .Value end) });
      def with_entries(f): to_entries | map(f) | from_entries;
      def map_values(f):
        if type == "object"
        then with_entries(. as $entry | first($entry.value | f) as $value | {key: $entry.key, $value})
        else [.[] | first(f)] end;
      def walk(f): def w: if type == "object" or type == "array" then map_values(w) else . end | f; w;
      def _list: if type == "array" then . else error("\\(type) cannot be sorted") end;
      def sort_by(f): _list | [.[] | [[f], .]] | _sorted | map(.[1]);
      def group_by(f): _list | [.[] | [[f], .]] | _grouped;
      def unique_by(f): group_by(f) | map(.[0]);
      def min_by(f): sort_by(f) | .[0];
      def max_by(f): sort_by(f) | .[-1];
      def unique: unique_by(.);
      def min: min_by(.);
      def max: max_by(.);
      def flatten: flatten(1e9);
      def IN(source): any(source == .; .);
      def IN(source; other): any(source == other; .);
      def INDEX(source; key): reduce source as $row ({}; . + {($row | key | tostring): $row});
      def INDEX(key): INDEX(.[]; key);
      def paths: path(..) | select(length > 0);
      def leaf_paths: paths(scalars);
      def del(f): delpaths([path(f)]);
      def pick(f): . as $top | reduce path(f) as $path (null; setpath($path; $top | getpath($path)));
      def transpose:
        if . == [] then []
        else . as $rows | (map(length) | max) as $width
          | [range(0; $width) as $at | [$rows[][$at]]] end;
      def combinations:
        if length == 0 then [] else .[0][] as $one | (.[1:] | combinations) as $rest | [$one] + $rest end;
      def combinations($n): . as $set | [range($n) | $set] | combinations;
      def finites: select(isinfinite or isnan | not);
      def normals: select(isnormal);
      def log2: log / (2 | log);
      def log10: log / (10 | log);
      def exp10: pow(10; .);
      def exp2: pow(2; .);
      def paths(condition): . as $whole | paths | select(. as $path | $whole | getpath($path) | condition);
      def test($regex):
        if ($regex | type) == "array" then test($regex[0]; $regex[1]) else test($regex; null) end;
      def _flagged($regex; $flags):
        if ($regex | type) == "array" then _flagged($regex[0]; ($regex[1] // "") + ($flags // ""))
        else _matches($regex; $flags) end;
      def match($regex; $flags): _flagged($regex; $flags)[];
      def match($regex): match($regex; null);
      def _captured: [.captures[] | select(.name != null) | {key: .name, value: .string}] | from_entries;
      def capture($regex; $flags): match($regex; $flags) | _captured;
      def capture($regex): capture($regex; null);
      def scan($regex; $flags):
        match($regex; ($flags // "") + "g") | if (.captures | length) == 0 then .string else [.captures[].string] end;
      def scan($regex): scan($regex; null);
      def split($regex; $flags):
        . as $text
        | reduce ([match($regex; ($flags // "") + "g")] | .[]) as $found
            ({at: 0, parts: []};
             {at: ($found.offset + $found.length), parts: (.parts + [$text[.at:$found.offset]])})
        | .parts + [$text[.at:]];
      def splits($regex; $flags): split($regex; $flags)[];
      def splits($regex): splits($regex; null);
      def sub($regex; replacement; $flags):
        . as $text
        | reduce ([match($regex; $flags)] | .[]) as $found
            ({at: 0, text: ""};
             {at: ($found.offset + $found.length),
              text: (.text + $text[.at:$found.offset] + ($found | _captured | replacement))})
        | .text + $text[.at:];
      def sub($regex; replacement): sub($regex; replacement; null);
      def gsub($regex; replacement; $flags): sub($regex; replacement; ($flags // "") + "g");
      def gsub($regex; replacement): gsub($regex; replacement; null);
      def todate: todateiso8601;
      def fromdate: fromdateiso8601;
      def date: todate;
      def dateadd($unit; $count): . + $count;
      def datesub($unit; $count): . - $count;
      def error: error(.);
      def toarray: if type == "array" then . else [.] end;
      """;

  private static final Map<String, Definition> LIBRARY = library();

  private static final Set<String> NAMES = allNames();

  private Prelude() {}

  static Scope scope() {
    return Scope.of(LIBRARY);
  }

  /** Every function that a program may call, as {@code name/arity}. */
  static Set<String> names() {
    return NAMES;
  }

  private static Map<String, Definition> library() {
    Map<String, Definition> library = new HashMap<>();
    Parser.definitions(SOURCE).forEach(definition -> library.put(definition.key(), definition));
    return Map.copyOf(library);
  }

  private static Set<String> allNames() {
    Set<String> names = new HashSet<>();
    Stream.concat(LIBRARY.keySet().stream(), Natives.NAMES.stream())
        .filter(name -> !name.startsWith("_"))
        .forEach(names::add);
    return Set.copyOf(names);
  }
}
