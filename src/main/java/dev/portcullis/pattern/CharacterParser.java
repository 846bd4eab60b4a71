package dev.portcullis.pattern;

/** Reads what stands for one character: itself, an escape, or a class. */
final class CharacterParser {

  private static final String CLASS_LETTERS = "dDsSwW";
  private static final int OCTAL_DIGITS = 3;

  private final RegexText text;

  CharacterParser(RegexText text) {
    this.text = text;
  }

  /** The legible characters that whatever stands next means. */
  CodePoints next(boolean foldsCase) {
    CodePoints characters =
        text.skip("[")
            ? bracketed(foldsCase)
            : isNamed() ? Letters.named(name(), foldsCase) : single(foldsCase);
    return characters.and(Letters.LEGIBLE);
  }

  private CodePoints single(boolean foldsCase) {
    CodePoints one = CodePoints.of(character());
    return foldsCase ? CaseFolding.of(one) : one;
  }

  /** Behind the opening bracket; a closing one that comes first is a character. */
  private CodePoints bracketed(boolean foldsCase) {
    boolean isNegated = text.skip("^");
    CodePoints.Builder members = new CodePoints.Builder();
    do {
      members.add(member(foldsCase));
    } while (!text.skip("]"));
    CodePoints set = members.build();
    return isNegated ? set.complement() : set;
  }

  private CodePoints member(boolean foldsCase) {
    if (text.isAt("[:") && text.isFollowedBy(":]")) {
      return Letters.named("[" + text.until(":]") + ":]]", foldsCase);
    }
    if (isNamed()) {
      return Letters.named(name(), foldsCase);
    }
    int first = character();
    CodePoints range = CodePoints.range(first, endOfRange(first));
    return foldsCase ? CaseFolding.of(range) : range;
  }

  private int endOfRange(int first) {
    return !text.isAt("-]") && text.skip("-") ? character() : first;
  }

  private boolean isNamed() {
    return text.isAt("\\p")
        || text.isAt("\\P")
        || CLASS_LETTERS.chars().anyMatch(letter -> text.isAt("\\" + (char) letter));
  }

  /** Such as {@code \d}, {@code \pL} or {@code \p{Greek}}. */
  private String name() {
    text.next();
    String kind = Character.toString(text.next());
    if (!kind.equalsIgnoreCase("p")) {
      return "\\" + kind;
    }
    return "\\"
        + kind
        + (text.skip("{") ? "{" + text.until("}") + "}" : Character.toString(text.next()));
  }

  private int character() {
    int plain = text.next();
    return plain == '\\' ? escaped(text.next()) : plain;
  }

  private int escaped(int letter) {
    return switch (letter) {
      case 'a' -> 0x07;
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0B;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'x' -> hexadecimal();
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(letter - '0');
      default -> {
        if (letter <= 'z' && Character.isLetterOrDigit(letter)) {
          throw NotAnalysable.unknownSyntax();
        }
        yield letter;
      }
    };
  }

  private int hexadecimal() {
    String digits =
        text.skip("{")
            ? text.until("}")
            : Character.toString(text.next()) + Character.toString(text.next());
    if (!digits.matches("[0-9A-Fa-f]+")) {
      throw NotAnalysable.unknownSyntax();
    }
    return Integer.parseInt(digits.replaceFirst("^0+(?=.)", ""), 16);
  }

  private int octal(int firstDigit) {
    int value = firstDigit;
    for (int digits = 1; digits < OCTAL_DIGITS; digits++) {
      int before = text.position();
      int digit = text.isAtEnd() ? -1 : text.next() - '0';
      if (digit < 0 || digit > 7) {
        text.returnTo(before);
        break;
      }
      value = 8 * value + digit;
    }
    return value;
  }
}
