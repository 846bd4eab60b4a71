package dev.portcullis.pattern;

import com.google.re2j.Pattern;

/** Holds the compiled program, whose equality is that of its source text. */
record MatchesRegex(Pattern program) implements GroupPattern {

  @Override
  public String value() {
    return program.pattern();
  }
}
