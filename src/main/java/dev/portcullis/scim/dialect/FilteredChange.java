package dev.portcullis.scim.dialect;

/** A filter in the address of anything but a GET. */
record FilteredChange() implements Quirk<SentHead> {

  @Override
  public InteropRule rule() {
    return InteropRule.NO_FILTER_ON_CHANGES;
  }

  @Override
  public boolean isIn(SentHead sent) {
    return sent.changesSomething() && sent.filter().isPresent();
  }

  @Override
  public String advice(SentHead sent) {
    return "leave `filter` out of the address";
  }
}
