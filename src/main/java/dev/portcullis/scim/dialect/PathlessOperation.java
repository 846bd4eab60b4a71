package dev.portcullis.scim.dialect;

/** A patch operation without a path, as Okta deactivates users and renames groups. */
record PathlessOperation() implements Quirk<SentOperation> {

  @Override
  public InteropRule rule() {
    return InteropRule.PATH_IN_EVERY_OPERATION;
  }

  @Override
  public boolean isIn(SentOperation sent) {
    return sent.target() == SentOperation.Target.NOTHING_NAMED;
  }

  @Override
  public String advice(SentOperation sent) {
    return "operation "
        + sent.operation().number()
        + " has no `path`, which the interop dialect requires";
  }
}
