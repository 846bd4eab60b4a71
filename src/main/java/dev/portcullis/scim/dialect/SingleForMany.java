package dev.portcullis.scim.dialect;

import com.unboundid.scim2.common.messages.PatchOpType;

/** A single value added to, or in place of, a list. */
record SingleForMany() implements Quirk<SentOperation> {

  @Override
  public InteropRule rule() {
    return InteropRule.LISTS_FOR_MANY;
  }

  @Override
  public boolean isIn(SentOperation sent) {
    return sent.target() == SentOperation.Target.LIST
        && sent.operation().type() != PatchOpType.REMOVE
        && sent.operation().value().isObject();
  }

  @Override
  public String advice(SentOperation sent) {
    return "operation " + sent.operation().number() + ": `value` must be a list";
  }
}
