package dev.portcullis.scim.dialect;

/** A PUT, as Okta's custom apps update everything. */
record WholeReplacement() implements Quirk<SentHead> {

  @Override
  public InteropRule rule() {
    return InteropRule.PATCH_INSTEAD_OF_PUT;
  }

  @Override
  public boolean isIn(SentHead sent) {
    return sent.method().equals("PUT");
  }

  @Override
  public String advice(SentHead sent) {
    return "use PATCH instead of PUT";
  }
}
