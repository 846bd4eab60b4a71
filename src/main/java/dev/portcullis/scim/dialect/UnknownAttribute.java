package dev.portcullis.scim.dialect;

/** An attribute that no schema defines. RFC 7644 §3.3 lets a server ignore it. */
record UnknownAttribute() implements Quirk<SentValue> {

  @Override
  public InteropRule rule() {
    return InteropRule.DEFINED_ATTRIBUTES_ONLY;
  }

  @Override
  public boolean isIn(SentValue sent) {
    return sent.attribute().isEmpty();
  }

  @Override
  public String advice(SentValue sent) {
    return "`" + sent.path() + "` is not an attribute of this resource: leave it out";
  }

  @Override
  public SentValue mended(SentValue sent) {
    return sent.leftOut();
  }

  @Override
  public String note(SentValue sent) {
    return "unknown attribute `" + sent.path() + "` dropped";
  }
}
