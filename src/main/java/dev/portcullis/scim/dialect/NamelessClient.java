package dev.portcullis.scim.dialect;

/** A client that does not say who it is. */
record NamelessClient() implements Quirk<SentHead> {

  @Override
  public InteropRule rule() {
    return InteropRule.USER_AGENT;
  }

  @Override
  public boolean isIn(SentHead sent) {
    return sent.header("User-Agent").isEmpty();
  }

  @Override
  public String advice(SentHead sent) {
    return "send the header User-Agent";
  }
}
