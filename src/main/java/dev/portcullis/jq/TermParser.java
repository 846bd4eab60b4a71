package dev.portcullis.jq;

import dev.portcullis.jq.Expression.Bind;
import dev.portcullis.jq.Expression.Break;
import dev.portcullis.jq.Expression.Call;
import dev.portcullis.jq.Expression.Descend;
import dev.portcullis.jq.Expression.Foreach;
import dev.portcullis.jq.Expression.Identity;
import dev.portcullis.jq.Expression.If;
import dev.portcullis.jq.Expression.Index;
import dev.portcullis.jq.Expression.Interpolated;
import dev.portcullis.jq.Expression.Iterate;
import dev.portcullis.jq.Expression.Label;
import dev.portcullis.jq.Expression.ListOf;
import dev.portcullis.jq.Expression.Literal;
import dev.portcullis.jq.Expression.Member;
import dev.portcullis.jq.Expression.Negation;
import dev.portcullis.jq.Expression.ObjectOf;
import dev.portcullis.jq.Expression.Pipe;
import dev.portcullis.jq.Expression.Reduce;
import dev.portcullis.jq.Expression.Slice;
import dev.portcullis.jq.Expression.Try;
import dev.portcullis.jq.Expression.Variable;
import dev.portcullis.jq.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what operators join. */
final class TermParser {

  private static final Set<String> KEYWORDS =
      Set.of(
          "def", "if", "then", "elif", "else", "end", "as", "reduce", "foreach", "try", "catch",
          "label", "import", "include", "and", "or", "__loc__");

  private final Words words;
  private final Parser parser;
  private final PatternParser patterns;

  TermParser(Words words, Parser parser) {
    this.words = words;
    this.parser = parser;
    this.patterns = new PatternParser(words, this);
  }

  /** A term with everything that follows it closely. */
  Expression term() {
    if (words.skip("-")) {
      return new Negation(term());
    }
    Expression term = suffixed(first());
    if (!words.skipWord("as")) {
      return term;
    }
    Expression.Pattern pattern = patterns.pattern();
    words.expect("|");
    return new Bind(term, pattern, parser.pipe());
  }

  private Expression first() {
    Token token = words.peek();
    return switch (token.kind()) {
      case NUMBER -> new Literal(words.next().number());
      case TEXT -> text();
      case FIELD -> new Index(new Identity(), new Literal(words.next().text()));
      case VARIABLE -> new Variable(words.next().text());
      case NAME -> word(token.text());
      case MARK -> marked();
      case END -> throw words.unexpected("a term");
    };
  }

  private Expression marked() {
    if (words.skip("..")) {
      return new Descend();
    }
    if (words.skip(".")) {
      return words.peek().kind() == Kind.TEXT ? new Index(new Identity(), text()) : new Identity();
    }
    if (words.skip("(")) {
      Expression inner = parser.pipe();
      words.expect(")");
      return inner;
    }
    if (words.skip("[")) {
      if (words.skip("]")) {
        return new ListOf(Optional.empty());
      }
      Expression elements = parser.pipe();
      words.expect("]");
      return new ListOf(Optional.of(elements));
    }
    if (words.skip("{")) {
      return object();
    }
    throw words.unexpected("a term");
  }

  private Expression word(String word) {
    words.next();
    return switch (word) {
      case "if" -> condition();
      case "try" -> attempt();
      case "reduce" -> reduction();
      case "foreach" -> loop();
      case "label" -> label();
      case "break" -> new Break(words.variable());
      case "null" -> new Literal(null);
      case "true" -> new Literal(true);
      case "false" -> new Literal(false);
      default -> call(word);
    };
  }

  private Expression call(String name) {
    if (KEYWORDS.contains(name)) {
      throw words.problem("has the word `" + name + "` in the wrong place");
    }
    List<Expression> arguments = new ArrayList<>();
    if (words.skip("(")) {
      do {
        arguments.add(parser.pipe());
      } while (words.skip(";"));
      words.expect(")");
    }
    return new Call(name, arguments);
  }

  private Expression condition() {
    Expression condition = parser.pipe();
    words.expectWord("then");
    Expression then = parser.pipe();
    if (words.skipWord("elif")) {
      words.deepen();
      Expression otherwise = condition();
      words.rise();
      return new If(condition, then, otherwise);
    }
    Expression otherwise = words.skipWord("else") ? parser.pipe() : new Identity();
    words.expectWord("end");
    return new If(condition, then, otherwise);
  }

  private Expression attempt() {
    Expression body = suffixed(first());
    return new Try(
        body, words.skipWord("catch") ? Optional.of(suffixed(first())) : Optional.empty());
  }

  private Expression reduction() {
    Expression source = suffixed(first());
    words.expectWord("as");
    Expression.Pattern pattern = patterns.pattern();
    words.expect("(");
    Expression start = parser.pipe();
    words.expect(";");
    Expression update = parser.pipe();
    words.expect(")");
    return new Reduce(source, pattern, start, update);
  }

  private Expression loop() {
    Expression source = suffixed(first());
    words.expectWord("as");
    Expression.Pattern pattern = patterns.pattern();
    words.expect("(");
    Expression start = parser.pipe();
    words.expect(";");
    Expression update = parser.pipe();
    Expression extract = words.skip(";") ? parser.pipe() : new Identity();
    words.expect(")");
    return new Foreach(source, pattern, start, update, extract);
  }

  private Expression label() {
    String name = words.variable();
    words.expect("|");
    return new Label(name, parser.pipe());
  }

  private Expression object() {
    List<Member> members = new ArrayList<>();
    while (!words.skip("}")) {
      if (!members.isEmpty()) {
        words.expect(",");
      }
      members.add(member());
    }
    return new ObjectOf(members);
  }

  private Member member() {
    if (words.peek().kind() == Kind.VARIABLE) {
      String name = words.variable();
      return new Member(new Literal(name), new Variable(name));
    }
    Expression key = key();
    if (words.skip(":")) {
      return new Member(key, memberValue());
    }
    return new Member(key, new Index(new Identity(), key));
  }

  /** A key of an object or of an object pattern. */
  Expression key() {
    if (words.peek().kind() == Kind.TEXT) {
      return text();
    }
    if (words.skip("(")) {
      Expression computed = parser.pipe();
      words.expect(")");
      return computed;
    }
    return new Literal(words.name());
  }

  private Expression memberValue() {
    Expression value = parser.operation();
    return words.skip("|") ? new Pipe(value, memberValue()) : value;
  }

  private Expression text() {
    List<Token.Part> parts = words.next().parts();
    if (parts.size() == 1) {
      return new Literal(parts.getFirst().text());
    }
    return new Interpolated(parts.stream().map(this::part).toList());
  }

  private Expression part(Token.Part part) {
    return part.interpolation()
        ? Parser.parse(part.text(), words.depth())
        : new Literal(part.text());
  }

  private Expression suffixed(Expression term) {
    Expression whole = term;
    while (true) {
      if (words.peek().kind() == Kind.FIELD) {
        whole = new Index(whole, new Literal(words.next().text()));
      } else if (words.skip("?")) {
        whole = new Try(whole, Optional.empty());
      } else if (words.skip("[")) {
        whole = bracketed(whole);
      } else if (words.skip(".")) {
        whole = afterDot(whole);
      } else {
        return whole;
      }
    }
  }

  private Expression afterDot(Expression target) {
    if (words.peek().kind() == Kind.TEXT) {
      return new Index(target, text());
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
