package dev.portcullis.scim.dialect;

/** A path that ends with a value filter, as Okta removes members. */
record SelectedValues() implements Quirk<SentOperation> {

  @Override
  public InteropRule rule() {
    return InteropRule.PART_OF_SELECTED_VALUE;
  }

  @Override
  public boolean isIn(SentOperation sent) {
    return sent.target() == SentOperation.Target.SELECTED_VALUES;
  }

  @Override
  public String advice(SentOperation sent) {
    return "operation "
        + sent.operation().number()
        + ": `path` must name a sub-attribute behind its value filter";
  }
}
