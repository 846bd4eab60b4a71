package dev.portcullis.jq;

import java.util.List;

/** The words of a program that are not read yet. */
final class Words {

  private final List<Token> tokens;
  private final Depth depth;
  private int at;

  Words(List<Token> tokens, Depth depth) {
    this.tokens = tokens;
    this.depth = depth;
  }

  Depth depth() {
    return depth;
  }

  void deepen() {
    depth.deepen();
  }

  void rise() {
    depth.rise();
  }

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    Token token = tokens.get(at);
    if (token.kind() != Token.Kind.END) {
      at++;
    }
    return token;
  }

  boolean skip(String mark) {
    boolean there = peek().is(mark);
    if (there) {
      next();
    }
    return there;
  }

  boolean skipWord(String word) {
    boolean there = peek().isWord(word);
    if (there) {
      next();
    }
    return there;
  }

  void expect(String mark) {
    if (!skip(mark)) {
      throw unexpected("`" + mark + "`");
    }
  }

  void expectWord(String word) {
    if (!skipWord(word)) {
      throw unexpected("`" + word + "`");
    }
  }

  String name() {
    return expect(Token.Kind.NAME, "a name");
  }

  String variable() {
    return expect(Token.Kind.VARIABLE, "a variable such as `$x`");
  }

  private String expect(Token.Kind kind, String what) {
    if (peek().kind() != kind) {
      throw unexpected(what);
    }
    return next().text();
  }

  SyntaxProblem unexpected(String wanted) {
    return problem("has %s where %s belongs".formatted(peek().shown(), wanted));
  }

  SyntaxProblem problem(String problem) {
    return new SyntaxProblem("%s, at character %d".formatted(problem, peek().at() + 1));
  }
}
