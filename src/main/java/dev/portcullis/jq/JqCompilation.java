package dev.portcullis.jq;

/** What became of a program's text. */
public sealed interface JqCompilation {

  /** It can be run. */
  record Compiled(JqProgram program) implements JqCompilation {}

  /** It cannot; the problem says where and what to change, as the end of a sentence. */
  record Malformed(String problem) implements JqCompilation {}
}
