package dev.portcullis.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of the shell's grammar as the documents use: quotes, variables, continued lines. */
final class ShellText {

  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)\\}|(\\w+))");

  private static final Pattern STATEMENT =
      Pattern.compile("(?s)#[^\\n]*|(?:'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\"|\\\\.|[^'\"\\\\\\n])+");

  private static final Pattern PART =
      Pattern.compile(
          "(?s)'(?<single>[^']*)'|\"(?<double>(?:[^\"\\\\]|\\\\.)*)\"|(?<continued>\\\\\\n)"
              + "|(?<blank>[ \\t]+)|(?<plain>(?:[^'\"\\\\ \\t]|\\\\[^\\n])+)");

  private ShellText() {}

  /** The commands and comments of a script, in order. */
  static List<String> statements(String script) {
    return STATEMENT
        .matcher(script)
        .results()
        .map(found -> found.group().strip())
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  /** The words of a command, as the shell would hand them over. */
  static List<String> words(String command, Map<String, String> variables) {
    List<StringBuilder> words = new ArrayList<>();
    boolean begins = true;
    for (MatchResult part : PART.matcher(command).results().toList()) {
      if (part.group("blank") != null || part.group("continued") != null) {
        begins = true;
        continue;
      }
      if (begins) {
        words.add(new StringBuilder());
        begins = false;
      }
      words.getLast().append(text(part, variables));
    }
    return words.stream().map(StringBuilder::toString).toList();
  }

  private static String text(MatchResult part, Map<String, String> variables) {
    if (part.group("single") != null) {
      return part.group("single");
    }
    return part.group("double") != null
        ? expanded(part.group("double"), variables)
        : expanded(part.group("plain"), variables);
  }

  private static String expanded(String text, Map<String, String> variables) {
    return VARIABLE
        .matcher(text.replaceAll("\\\\([\"\\\\`'])", "$1"))
        .replaceAll(found -> Matcher.quoteReplacement(value(found, variables)));
  }

  private static String value(MatchResult variable, Map<String, String> variables) {
    String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
    String value = variables.get(name);
    if (value == null) {
      throw new AssertionError("nothing has set $" + name + " before");
    }
    return value;
  }
}
