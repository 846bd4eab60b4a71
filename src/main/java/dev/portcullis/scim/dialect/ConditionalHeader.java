package dev.portcullis.scim.dialect;

import java.util.List;

/** A change under a precondition (RFC 7644 §3.14). */
record ConditionalHeader() implements Quirk<SentHead> {

  private static final List<String> HEADERS =
      List.of("If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since");

  @Override
  public InteropRule rule() {
    return InteropRule.NO_CONDITIONAL_HEADERS;
  }

  @Override
  public boolean isIn(SentHead sent) {
    return sent.changesSomething()
        && HEADERS.stream().anyMatch(name -> sent.header(name).isPresent());
  }

  @Override
  public String advice(SentHead sent) {
    return "the interop dialect knows no preconditions: leave the headers If-Match and"
        + " If-None-Match out";
  }
}
