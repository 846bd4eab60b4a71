package dev.portcullis.scim.dialect;

import java.util.Collection;
import java.util.Optional;

/** A {@code type} that is none of the canonical ones; RFC 7643 §7 lets a client invent some. */
record UnlistedType() implements Quirk<SentValue> {

  @Override
  public InteropRule rule() {
    return InteropRule.LISTED_TYPES_ONLY;
  }

  @Override
  public boolean isIn(SentValue sent) {
    return sent.path().endsWith(".type")
        && sent.value().isString()
        && sent.attribute()
            .flatMap(known -> Optional.ofNullable(known.getCanonicalValues()))
            .filter(listed -> !listed.isEmpty() && !has(listed, sent.value().stringValue()))
            .isPresent();
  }

  private static boolean has(Collection<String> listed, String type) {
    return listed.stream().anyMatch(type::equalsIgnoreCase);
  }

  @Override
  public String advice(SentValue sent) {
    return "`" + sent.path() + "` must be one of its canonical values, see /Schemas";
  }
}
