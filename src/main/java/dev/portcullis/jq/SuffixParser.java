package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Index;
import dev.portcullis.jq.Expression.Iterate;
import dev.portcullis.jq.Expression.Lenient;
import dev.portcullis.jq.Expression.Literal;
import dev.portcullis.jq.Expression.Slice;
import dev.portcullis.jq.Expression.Try;
import dev.portcullis.jq.Token.Kind;
import java.util.Optional;

/** Reads what follows a term closely: names, brackets, question marks. */
final class SuffixParser {

  private final Words words;
  private final Parser parser;
  private final TermParser terms;

  SuffixParser(Words words, Parser parser, TermParser terms) {
    this.words = words;
    this.parser = parser;
    this.terms = terms;
  }

  /** A term with all of it. */
  Expression term() {
    boolean enclosed = words.peek().is("(");
    Expression first = terms.first();
    Expression whole = first;
    while (true) {
      if (words.peek().kind() == Kind.FIELD) {
        whole = new Index(whole, new Literal(words.next().text()));
      } else if (words.skip("?")) {
        whole = enclosed && whole == first ? anything(whole) : lenient(whole);
      } else if (words.skip("[")) {
        whole = bracketed(whole);
      } else if (words.skip(".")) {
        whole = afterDot(whole);
      } else {
        return whole;
      }
    }
  }

  /** After a lookup the mark is about that alone. */
  private static Expression lenient(Expression term) {
    return switch (term) {
      case Index _, Slice _, Iterate _ -> new Lenient(term);
      default -> anything(term);
    };
  }

  private static Expression anything(Expression term) {
    return new Try(term, Optional.empty());
  }

  private Expression afterDot(Expression target) {
    if (words.peek().kind() == Kind.TEXT) {
      return new Index(target, terms.text());
    }
    words.expect("[");
    return bracketed(target);
  }

  private Expression bracketed(Expression target) {
    if (words.skip("]")) {
      return new Iterate(target);
    }
    Optional<Expression> from =
        words.peek().is(":") ? Optional.empty() : Optional.of(parser.pipe());
    if (words.skip(":")) {
      Optional<Expression> to =
          words.peek().is("]") ? Optional.empty() : Optional.of(parser.pipe());
      words.expect("]");
      return new Slice(target, from, to);
    }
    words.expect("]");
    return new Index(target, from.orElseThrow());
  }
}
