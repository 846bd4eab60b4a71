package dev.portcullis.scim.dialect;

import com.unboundid.scim2.common.types.AttributeDefinition;

/**
 * {@code null} where a list belongs, under its name or as what an operation is to set. It means no
 * value (RFC 7643 §2.5), but for the members that a client leaves open so: nothing is said of them,
 * lest a rename empties a group.
 */
record NullList() implements Quirk<SentValue> {

  @Override
  public InteropRule rule() {
    return InteropRule.NO_NULL_LISTS;
  }

  @Override
  public boolean isIn(SentValue sent) {
    return sent.attribute().filter(AttributeDefinition::isMultiValued).isPresent()
        && sent.place() != SentValue.Place.ELEMENT
        && sent.value().isNull();
  }

  @Override
  public String advice(SentValue sent) {
    return "`" + sent.path() + "` must be a list and not null";
  }

  @Override
  public SentValue mended(SentValue sent) {
    return isOfMembers(sent) ? sent.leftOut() : sent;
  }

  @Override
  public String note(SentValue sent) {
    return isOfMembers(sent) ? "`members` null taken as not sent" : "";
  }

  private static boolean isOfMembers(SentValue sent) {
    return sent.path().equals(UntypedMember.MEMBERS);
  }
}
