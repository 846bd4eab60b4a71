package dev.portcullis.jq;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Regular expressions of RE2's syntax, whose matching is linear in the text. */
final class Regexes {

  /** The longest regular expression. */
  private static final int MAX_REGEX = 1_000;

  /** What one match is made of beside its texts. */
  private static final int SIZE_OF_MATCH = 8;

  private final Meter meter;
  private final Texts texts;

  Regexes(Meter meter, Texts texts) {
    this.meter = meter;
    this.texts = texts;
  }

  /** Whether a regular expression matches somewhere. */
  boolean test(@Nullable Object input, @Nullable Object regex, @Nullable Object flags) {
    return matcher(input, regex, flags).find();
  }

  /** The first match, or with the flag {@code g} all of them, as {@code match} describes them. */
  List<@Nullable Object> matches(
      @Nullable Object input, @Nullable Object regex, @Nullable Object flags) {
    String text = texts.of(input, "match");
    Matcher matcher = matcher(input, regex, flags);
    boolean all = flags instanceof String given && given.contains("g");
    Map<Integer, String> names = names(matcher);
    List<@Nullable Object> matches = new ArrayList<>();
    CodePoints points = new CodePoints(text);
    while (matcher.find()) {
      meter.look();
      matches.add(match(points, matcher, names));
      if (!all) {
        break;
      }
    }
    return matches;
  }

  private static Map<Integer, String> names(Matcher matcher) {
    Map<Integer, String> names = new LinkedHashMap<>();
    matcher.pattern().namedGroups().forEach((name, group) -> names.put(group, name));
    return names;
  }

  private Map<String, @Nullable Object> match(
      CodePoints points, Matcher matcher, Map<Integer, String> names) {
    Map<String, @Nullable Object> match = part(points, matcher, 0);
    List<@Nullable Object> captures = new ArrayList<>();
    for (int group = 1; group <= matcher.groupCount(); group++) {
      Map<String, @Nullable Object> capture = part(points, matcher, group);
      capture.put("name", names.get(group));
      captures.add(capture);
    }
    match.put("captures", captures);
    return match;
  }

  /** Places are counted in code points; a group that took no part is at -1 and null. */
  private Map<String, @Nullable Object> part(CodePoints points, Matcher matcher, int group) {
    int start = matcher.start(group);
    @Nullable String found = start < 0 ? null : matcher.group(group);
    meter.make(SIZE_OF_MATCH + (found == null ? 0 : found.length()));
    Map<String, @Nullable Object> part = new LinkedHashMap<>();
    part.put("offset", start < 0 ? -1 : points.before(start));
    part.put("length", found == null ? 0 : found.codePointCount(0, found.length()));
    part.put("string", found);
    return part;
  }

  private Matcher matcher(@Nullable Object input, @Nullable Object regex, @Nullable Object flags) {
    String text = texts.of(input, "match");
    String pattern = texts.of(regex, "match");
    if (pattern.length() > MAX_REGEX) {
      throw new JqError("a regular expression has at most " + MAX_REGEX + " characters");
    }
    try {
      meter.make((long) text.length() + pattern.length());
      return Pattern.compile(pattern, flags(flags)).matcher(new MeteredText(text, meter));
    } catch (PatternSyntaxException e) {
      throw new JqError("`" + pattern + "` is no regular expression");
    }
  }

  private static int flags(@Nullable Object flags) {
    int set = 0;
    for (char flag : (flags == null ? "" : flags.toString()).toCharArray()) {
      set |=
          switch (flag) {
            case 'g' -> 0;
            case 'i' -> Pattern.CASE_INSENSITIVE;
            case 's' -> Pattern.DOTALL;
            default -> throw new JqError("the flags `g`, `i` and `s` are known alone");
          };
    }
    return set;
  }
}
