package dev.portcullis.pattern;

import dev.portcullis.pattern.Regex.Choice;
import dev.portcullis.pattern.Regex.OneOf;
import dev.portcullis.pattern.Regex.Place;
import dev.portcullis.pattern.Regex.Repeated;
import dev.portcullis.pattern.Regex.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads RE2's syntax. The matcher has compiled the expression before, so that whatever it refuses
 * need not be told from what it takes.
 *
 * <p>Greedy or not and which group remembers what makes no difference to whether a name matches,
 * and is passed over.
 */
final class RegexParser {

  private final RegexText text;
  private final CharacterParser characters;

  /** Whether {@code (?i)} is in force where we are. */
  private boolean foldsCase;

  RegexParser(String expression) {
    text = new RegexText(expression);
    characters = new CharacterParser(text);
  }

  Regex parse() {
    Regex whole = choice();
    if (!text.isAtEnd()) {
      throw NotAnalysable.unknownSyntax();
    }
    return whole;
  }

  private Regex choice() {
    List<Regex> parts = new ArrayList<>();
    do {
      parts.add(sequence());
    } while (text.skip("|"));
    return parts.size() == 1 ? parts.getFirst() : new Choice(parts);
  }

  private Regex sequence() {
    List<Regex> parts = new ArrayList<>();
    while (!text.isAtEnd() && !text.isAt("|") && !text.isAt(")")) {
      Optional<Repeated> count = count();
      if (count.isPresent()) {
        repeatLast(parts, count.get());
      } else {
        part(parts);
      }
    }
    return new Sequence(parts);
  }

  /** What is repeated is whatever was read last, even if a flag came in between. */
  private static void repeatLast(List<Regex> parts, Repeated count) {
    if (parts.isEmpty()) {
      throw NotAnalysable.unknownSyntax();
    }
    parts.addLast(new Repeated(parts.removeLast(), count.least(), count.most()));
  }

  private Optional<Repeated> count() {
    Optional<Repeated> count =
        text.skip("*")
            ? count(0, Repeated.ENDLESS)
            : text.skip("+")
                ? count(1, Repeated.ENDLESS)
                : text.skip("?") ? count(0, 1) : counted();
    if (count.isPresent()) {
      text.skip("?"); // as few as possible: not another repetition
    }
    return count;
  }

  /** A count in braces; braces that hold none are characters like any other. */
  private Optional<Repeated> counted() {
    int before = text.position();
    if (text.skip("{") && text.isFollowedBy("}")) {
      Optional<Repeated> count = inBraces(text.until("}"));
      if (count.isPresent()) {
        return count;
      }
    }
    text.returnTo(before);
    return Optional.empty();
  }

  private static Optional<Repeated> inBraces(String braced) {
    String number = "(?:0|[1-9][0-9]{0,3})";
    if (!braced.matches(number + "(?:,(?:" + number + ")?)?")) {
      return Optional.empty();
    }
    int comma = braced.indexOf(',');
    int least = Integer.parseInt(comma < 0 ? braced : braced.substring(0, comma));
    String most = comma < 0 ? braced : braced.substring(comma + 1);
    return count(least, most.isEmpty() ? Repeated.ENDLESS : Integer.parseInt(most));
  }

  private static Optional<Repeated> count(int least, int most) {
    return Optional.of(new Repeated(Regex.EMPTY, least, most));
  }

  private void part(List<Regex> parts) {
    if (text.skip("(")) {
      parenthesis(parts);
    } else if (text.skip("^") || text.skip("\\A")) {
      parts.add(Place.BEGIN);
    } else if (text.skip("$") || text.skip("\\z")) {
      parts.add(Place.END);
    } else if (text.skip("\\b")) {
      parts.add(Place.WORD_BOUNDARY);
    } else if (text.skip("\\B")) {
      parts.add(Place.NO_WORD_BOUNDARY);
    } else if (text.skip("\\Q")) {
      text.until("\\E").codePoints().forEach(each -> parts.add(literal(each)));
    } else if (text.skip(".")) {
      parts.add(Regex.ANY);
    } else {
      parts.add(new OneOf(characters.next(foldsCase)));
    }
  }

  private Regex literal(int codePoint) {
    CodePoints one = CodePoints.of(codePoint);
    return new OneOf((foldsCase ? CaseFolding.of(one) : one).and(Letters.LEGIBLE));
  }

  /** Flags that are set within a group end with it, and not with an alternative. */
  private void parenthesis(List<Regex> parts) {
    boolean outside = foldsCase;
    if (text.isAt("?P<") || text.isAt("?<")) {
      text.until(">");
    } else if (text.skip("?") && !flags()) {
      return;
    }
    parts.add(choice());
    foldsCase = outside;
    if (!text.skip(")")) {
      throw NotAnalysable.unknownSyntax();
    }
  }

  /** Reads flags; answers whether a group begins after them, or else they hold from here on. */
  private boolean flags() {
    boolean isSet = true;
    while (true) {
      switch (text.next()) {
        case 'i' -> foldsCase = isSet;
        case '-' -> isSet = false;
        // A legible name is one line, and preferences do not matter.
        case 'm', 's', 'U' -> {}
        case ':' -> {
          return true;
        }
        case ')' -> {
          return false;
        }
        default -> throw NotAnalysable.unknownSyntax();
      }
    }
  }
}
