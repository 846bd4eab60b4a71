package dev.portcullis.scim.dialect;

import java.util.Locale;

/** A body in {@code application/json}, which RFC 7644 §3.1 lets a server accept. */
record OtherMediaType() implements Quirk<SentHead> {

  @Override
  public InteropRule rule() {
    return InteropRule.SCIM_MEDIA_TYPE;
  }

  @Override
  public boolean isIn(SentHead sent) {
    return sent.header("Content-Type")
        .filter(type -> !type.toLowerCase(Locale.ROOT).startsWith("application/scim+json"))
        .isPresent();
  }

  @Override
  public String advice(SentHead sent) {
    return "send the header Content-Type: application/scim+json";
  }
}
