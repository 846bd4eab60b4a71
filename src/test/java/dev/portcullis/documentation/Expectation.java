package dev.portcullis.documentation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment under a call: {@code # 201 -> TOKEN=/accessToken}.
 *
 * @param status that the call answers
 * @param kept for each variable the place in the reply that it takes its value from: a JSON pointer
 *     (RFC 6901), or a header's name
 */
record Expectation(int status, Map<String, String> kept) {

  private static final Pattern FORM =
      Pattern.compile("#\\s*(\\d{3})(?:\\s*->((?:\\s+\\w+=\\S+)+))?");
  private static final Pattern CAPTURE = Pattern.compile("(\\w+)=(\\S+)");

  static Expectation of(String comment) {
    Matcher matcher = FORM.matcher(comment);
    if (!matcher.matches()) {
      throw new AssertionError("`" + comment + "` is no expectation such as `# 201`");
    }
    Map<String, String> kept = new LinkedHashMap<>();
    if (matcher.group(2) != null) {
      for (MatchResult capture : CAPTURE.matcher(matcher.group(2)).results().toList()) {
        kept.put(capture.group(1), capture.group(2));
      }
    }
    return new Expectation(Integer.parseInt(matcher.group(1)), kept);
  }
}
