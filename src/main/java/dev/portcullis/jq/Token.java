package dev.portcullis.jq;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A word of a program.
 *
 * @param text of a name without its dot or dollar, of a mark as written
 * @param number the value of a number
 * @param parts of a text: characters, and the sources of its interpolations
 * @param at where it begins, from 0
 */
record Token(Kind kind, String text, @Nullable Number number, List<Part> parts, int at) {

  enum Kind {
    NUMBER,
    TEXT,
    /** A word, keywords among them. */
    NAME,
    /** {@code .name} */
    FIELD,
    /** {@code $name} */
    VARIABLE,
    /** {@code @name} */
    FORMAT,
    MARK,
    END
  }

  /** A piece of a text. */
  record Part(String text, boolean interpolation) {}

  boolean is(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && text.equals(word);
  }

  /** How a message shows it. */
  String shown() {
    return switch (kind) {
      case END -> "the end";
      case TEXT -> "a text";
      case FIELD -> "`." + text + "`";
      case VARIABLE -> "`$" + text + "`";
      case FORMAT -> "`@" + text + "`";
      case NUMBER, NAME, MARK -> "`" + text + "`";
    };
  }
}
