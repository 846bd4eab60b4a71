package dev.portcullis.scim.dialect;

import tools.jackson.databind.node.ObjectNode;

/** A member without {@code type}, which RFC 7643 §8.7.1 does not require. It means a user. */
record UntypedMember() implements Quirk<SentValue> {

  static final String MEMBERS = "members";

  @Override
  public InteropRule rule() {
    return InteropRule.MEMBERS_HAVE_TYPES;
  }

  @Override
  public boolean isIn(SentValue sent) {
    return sent.path().equals(MEMBERS)
        && sent.value() instanceof ObjectNode member
        && member.properties().stream()
            .noneMatch(part -> part.getKey().equalsIgnoreCase("type") && !part.getValue().isNull());
  }

  @Override
  public String advice(SentValue sent) {
    return "`members.type` is missing: send `User`";
  }

  @Override
  public SentValue mended(SentValue sent) {
    ObjectNode member = ((ObjectNode) sent.value()).deepCopy();
    member.removeIf(part -> part.isNull());
    return sent.as(member.put("type", "User"));
  }
}
