package dev.portcullis.jq;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The functions that are built in: of values, not of filters. */
final class Natives {

  /**
   * All of them, as {@code name/arity}; those that begin with {@code _} are the library's alone.
   */
  static final Set<String> NAMES =
      all(
          "empty/0",
          "error/1",
          "not/0",
          "length/0",
          "utf8bytelength/0",
          "type/0",
          "keys/0",
          "keys_unsorted/0",
          "has/1",
          "contains/1",
          "range/2",
          "sort/0",
          "_sorted/0",
          "_grouped/0",
          "reverse/0",
          "flatten/1",
          "floor/0",
          "ceil/0",
          "round/0",
          "sqrt/0",
          "fabs/0",
          "abs/0",
          "tostring/0",
          "tonumber/0",
          "tojson/0",
          "ascii_downcase/0",
          "ascii_upcase/0",
          "explode/0",
          "implode/0",
          "startswith/1",
          "endswith/1",
          "ltrimstr/1",
          "rtrimstr/1",
          "trim/0",
          "ltrim/0",
          "rtrim/0",
          "split/1",
          "join/1",
          "index/1",
          "rindex/1",
          "indices/1",
          "test/2",
          "_matches/2",
          "now/0",
          "getpath/1",
          "fromdateiso8601/0",
          "todateiso8601/0",
          "gmtime/0",
          "mktime/0",
          "strftime/1",
          "strptime/1",
          "path/1",
          "setpath/2",
          "delpaths/1",
          "fromjson/0",
          "pow/2",
          "log/0",
          "exp/0",
          "infinite/0",
          "nan/0",
          "isinfinite/0",
          "isnan/0",
          "isnormal/0");

  private static Set<String> all(String... names) {
    return Stream.concat(Arrays.stream(names), Formats.NAMES.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private final Meter meter;
  private final Arithmetic arithmetic;
  private final Texts texts;
  private final Lists lists;
  private final Regexes regexes;
  private final Edits edits;
  private final Formats formats;
  private final Dates dates;
  private final Instant now;

  /**
   * Those of one run.
   *
   * @param now the moment that {@code now} means, the same for the whole run
   */
  Natives(Meter meter, Instant now) {
    this.meter = meter;
    this.now = now;
    this.arithmetic = new Arithmetic(meter);
    this.texts = new Texts(meter);
    this.lists = new Lists(meter);
    this.regexes = new Regexes(meter, texts);
    this.edits = new Edits(meter);
    this.formats = new Formats(meter);
    this.dates = new Dates(meter);
  }

  void call(String key, @Nullable Object input, List<@Nullable Object> arguments, Output output) {
    switch (key) {
      case "empty/0" -> {}
      case "error/1" -> throw new JqError(arguments.getFirst());
      case "range/2" -> range(arguments.get(0), arguments.get(1), output);
      default ->
          output.emit(
              switch (arguments.size()) {
                case 0 -> ofInput(key, input);
                case 1 -> ofOne(key, input, arguments.getFirst());
                default -> ofTwo(key, input, arguments.get(0), arguments.get(1));
              });
    }
  }

  private @Nullable Object ofTwo(
      String key, @Nullable Object input, @Nullable Object one, @Nullable Object other) {
    return switch (key) {
      case "test/2" -> regexes.test(input, one, other);
      case "_matches/2" -> regexes.matches(input, one, other);
      case "setpath/2" -> edits.with(input, one, other);
      case "pow/2" -> Numbers.power(one, other);
      default -> throw unknown(key);
    };
  }

  private void range(@Nullable Object from, @Nullable Object to, Output output) {
    if (!(from instanceof Number start) || !(to instanceof Number end)) {
      throw new JqError("range bounds must be numeric");
    }
    for (double at = start.doubleValue(); at < end.doubleValue(); at++) {
      meter.enter();
      meter.leave();
      output.emit(at);
    }
  }

  private @Nullable Object ofInput(String key, @Nullable Object input) {
    return switch (key) {
      case "floor/0", "ceil/0", "round/0", "sqrt/0", "fabs/0", "abs/0", "log/0", "exp/0" ->
          Numbers.made(key, input);
      case "infinite/0", "nan/0", "isinfinite/0", "isnan/0", "isnormal/0" ->
          Numbers.special(key, input);
      case "not/0" -> !Values.isTrue(input);
      case "length/0" -> length(input);
      case "utf8bytelength/0" -> texts.bytes(input);
      case "type/0" -> Values.type(input);
      case "keys/0" -> keys(input, true);
      case "keys_unsorted/0" -> keys(input, false);
      case "sort/0" -> lists.sorted(input, Values.ORDER);
      case "_sorted/0" -> lists.sorted(input, Comparator.comparing(Lists::first, Values.ORDER));
      case "_grouped/0" -> lists.grouped(input);
      case "reverse/0" -> lists.reversed(input);
      case "tostring/0" -> input instanceof String text ? text : json(input);
      case "tonumber/0" -> texts.number(input);
      case "tojson/0" -> json(input);
      case "ascii_downcase/0" -> texts.cased(input, 'A', 'Z', 'a' - 'A');
      case "ascii_upcase/0" -> texts.cased(input, 'a', 'z', 'A' - 'a');
      case "explode/0" -> texts.exploded(input);
      case "implode/0" -> texts.imploded(input);
      case "trim/0" -> texts.of(input, "trim").strip();
      case "ltrim/0" -> texts.of(input, "ltrim").stripLeading();
      case "rtrim/0" -> texts.of(input, "rtrim").stripTrailing();
      case "now/0" -> now.toEpochMilli() / 1000.0;
      case "fromdateiso8601/0" -> Dates.seconds(texts.of(input, "fromdateiso8601"));
      case "todateiso8601/0" -> Dates.text(Numbers.of(input, "todateiso8601"));
      case "gmtime/0" -> Dates.brokenDown(Numbers.of(input, "gmtime"));
      case "mktime/0" -> Dates.seconds(input);
      case "fromjson/0" -> FromJson.read(texts.of(input, "fromjson"));
      default -> formatted(key, input);
    };
  }

  private @Nullable Object ofOne(String key, @Nullable Object input, @Nullable Object argument) {
    return switch (key) {
      case "has/1" -> has(input, argument);
      case "contains/1" -> lists.contains(input, argument);
      case "flatten/1" -> lists.flattened(input, Numbers.of(argument, "flatten"));
      case "startswith/1" ->
          texts.of(input, "startswith").startsWith(texts.of(argument, "startswith"));
      case "endswith/1" -> texts.of(input, "endswith").endsWith(texts.of(argument, "endswith"));
      case "ltrimstr/1" -> texts.withoutStart(input, argument);
      case "rtrimstr/1" -> texts.withoutEnd(input, argument);
      case "split/1" -> arithmetic.split(texts.of(input, "split"), texts.of(argument, "split"));
      case "join/1" -> texts.joined(input, argument);
      case "index/1" -> Lists.end(lists.indices(input, argument), true);
      case "rindex/1" -> Lists.end(lists.indices(input, argument), false);
      case "indices/1" -> lists.indices(input, argument);
      case "delpaths/1" -> edits.without(input, argument);
      case "strftime/1" -> dates.written(input, argument);
      case "strptime/1" -> dates.read(input, argument);
      default -> throw unknown(key);
    };
  }

  private String formatted(String key, @Nullable Object input) {
    if (!Formats.NAMES.contains(key)) {
      throw unknown(key);
    }
    return formats.of(key, input);
  }

  private static IllegalStateException unknown(String key) {
    return new IllegalStateException("the check of names let `" + key + "` through");
  }

  private static Object length(@Nullable Object input) {
    return switch (input) {
      case null -> 0;
      case Number number -> Math.abs(number.doubleValue());
      case String text -> text.codePointCount(0, text.length());
      case List<?> list -> list.size();
      case Map<?, ?> object -> object.size();
      default -> throw new JqError(Values.type(input) + " has no length");
    };
  }

  private List<@Nullable Object> keys(@Nullable Object input, boolean sorted) {
    List<@Nullable Object> keys = new ArrayList<>();
    switch (input) {
      case Map<?, ?> object -> {
        meter.make(object.size());
        keys.addAll(sorted ? Values.keys(object) : object.keySet());
      }
      case List<?> list -> {
        meter.make(list.size());
        for (int i = 0; i < list.size(); i++) {
          keys.add(i);
        }
      }
      case null, default -> throw new JqError(Values.type(input) + " has no keys");
    }
    return keys;
  }

  private static boolean has(@Nullable Object input, @Nullable Object key) {
    if (input instanceof Map<?, ?> object && key instanceof String name) {
      return object.containsKey(name);
    }
    if (input instanceof List<?> list && key instanceof Number number) {
      return number.doubleValue() >= 0 && number.doubleValue() < list.size();
    }
    throw new JqError(
        "cannot check whether %s has a %s key".formatted(Values.type(input), Values.type(key)));
  }

  private String json(@Nullable Object value) {
    meter.make(Values.size(value, Long.MAX_VALUE / 2));
    return JsonText.of(value);
  }
}
