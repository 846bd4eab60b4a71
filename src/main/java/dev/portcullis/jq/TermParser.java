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
import dev.portcullis.jq.Expression.Label;
import dev.portcullis.jq.Expression.ListOf;
import dev.portcullis.jq.Expression.Literal;
import dev.portcullis.jq.Expression.Member;
import dev.portcullis.jq.Expression.Negation;
import dev.portcullis.jq.Expression.ObjectOf;
import dev.portcullis.jq.Expression.Pipe;
import dev.portcullis.jq.Expression.Reduce;
import dev.portcullis.jq.Expression.Try;
import dev.portcullis.jq.Expression.Variable;
import dev.portcullis.jq.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads what operators join. */
final class TermParser {

  private static final Set<String> KEYWORDS =
      Set.of(
          "def", "if", "then", "elif", "else", "end", "as", "reduce", "foreach", "try", "catch",
          "label", "import", "include", "and", "or", "__loc__");

  private final Words words;
  private final Parser parser;
  private final PatternParser patterns;
  private final SuffixParser suffixes;

  TermParser(Words words, Parser parser) {
    this.words = words;
    this.parser = parser;
    this.patterns = new PatternParser(words, this);
    this.suffixes = new SuffixParser(words, parser, this);
  }

  /** A term with everything that follows it closely. */
  Expression term() {
    if (words.skip("-")) {
      return new Negation(term());
    }
    Expression term = suffixes.term();
    if (!words.skipWord("as")) {
      return term;
    }
    Expression.Pattern pattern = patterns.pattern();
    words.expect("|");
    return new Bind(term, pattern, parser.pipe());
  }

  /** A term without what follows it closely. */
  Expression first() {
    Token token = words.peek();
    return switch (token.kind()) {
      case NUMBER -> new Literal(words.next().number());
      case TEXT -> text();
      case FIELD -> new Index(new Identity(), new Literal(words.next().text()));
      case VARIABLE -> new Variable(words.next().text());
      case FORMAT -> formatted();
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
    Expression body = suffixes.term();
    return new Try(body, words.skipWord("catch") ? Optional.of(suffixes.term()) : Optional.empty());
  }

  private Expression reduction() {
    Expression source = suffixes.term();
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
    Expression source = suffixes.term();
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

  Expression text() {
    return text(inner -> inner);
  }

  /** A format by itself, or in front of a text, where it writes what is put in. */
  private Expression formatted() {
    Call format = new Call("@" + words.next().text(), List.of());
    return words.peek().kind() == Kind.TEXT ? text(inner -> new Pipe(inner, format)) : format;
  }

  private Expression text(UnaryOperator<Expression> written) {
    List<Token.Part> parts = words.next().parts();
    if (parts.size() == 1) {
      return new Literal(parts.getFirst().text());
    }
    return new Interpolated(
        parts.stream()
            .<Expression>map(part ->
                part.interpolation()
                    ? written.apply(Parser.parse(part.text(), words.depth()))
                    : new Literal(part.text()))
            .toList());
  }
}
