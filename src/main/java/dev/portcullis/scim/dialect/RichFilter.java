package dev.portcullis.scim.dialect;

import java.util.regex.Pattern;

/** A filter with any other operator than {@code eq} and {@code and}. */
record RichFilter() implements Quirk<SentHead> {

  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
  private static final Pattern OPERATOR =
      Pattern.compile(
          "(?i)(?:^|[\\s(\\[])(?:or|not|ne|co|sw|ew|gt|ge|lt|le|pr)(?=[\\s()\\[\\]]|$)");

  @Override
  public InteropRule rule() {
    return InteropRule.EQ_AND_AND_ONLY;
  }

  @Override
  public boolean isIn(SentHead sent) {
    return sent.filter()
        .map(text -> QUOTED.matcher(text).replaceAll("\"\""))
        .filter(text -> OPERATOR.matcher(text).find())
        .isPresent();
  }

  @Override
  public String advice(SentHead sent) {
    return "make do with the operators eq and and";
  }
}
