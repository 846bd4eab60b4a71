package dev.portcullis.documentation;

/**
 * A block between fences.
 *
 * @param language the first word behind the opening fence, such as {@code sh}
 * @param purpose what stands behind it: {@code reply} for the answer to the command before
 * @param line of the opening fence, counted from 1
 */
public record FencedBlock(String language, String purpose, String text, int line) {

  /** Whether it is a script with calls of the server. */
  public boolean calls() {
    return language.equals("sh") && text.contains("curl ");
  }

  /** Whether it shows the answer to the last call before it. */
  public boolean isReply() {
    return language.equals("json") && purpose.equals("reply");
  }
}
