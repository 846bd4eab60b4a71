package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Literal;
import dev.portcullis.jq.Expression.MemberPattern;
import dev.portcullis.jq.Expression.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what {@code as} takes values apart by. */
final class PatternParser {

  private final Words words;
  private final TermParser terms;

  PatternParser(Words words, TermParser terms) {
    this.words = words;
    this.terms = terms;
  }

  Pattern pattern() {
    words.deepen();
    try {
      if (words.skip("[")) {
        return elements();
      }
      return words.skip("{") ? members() : new Pattern.Name(words.variable());
    } finally {
      words.rise();
    }
  }

  private Pattern elements() {
    List<Pattern> patterns = new ArrayList<>();
    do {
      patterns.add(pattern());
    } while (words.skip(","));
    words.expect("]");
    return new Pattern.Elements(patterns);
  }

  private Pattern members() {
    List<MemberPattern> members = new ArrayList<>();
    do {
      members.add(member());
    } while (words.skip(","));
    words.expect("}");
    return new Pattern.Members(members);
  }

  private MemberPattern member() {
    if (words.peek().kind() == Token.Kind.VARIABLE) {
      String name = words.variable();
      return new MemberPattern(
          new Literal(name),
          Optional.of(name),
          words.skip(":") ? Optional.of(pattern()) : Optional.empty());
    }
    Expression key = terms.key();
    words.expect(":");
    return new MemberPattern(key, Optional.empty(), Optional.of(pattern()));
  }
}
