package dev.portcullis.scim.dialect;

import com.unboundid.scim2.common.types.AttributeDefinition;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.BooleanNode;

/** {@code "True"} where a boolean belongs. */
record TextBoolean() implements Quirk<SentValue> {

  private static final Set<String> TEXTS = Set.of("true", "false");

  @Override
  public InteropRule rule() {
    return InteropRule.BOOLEANS_ARE_BOOLEANS;
  }

  @Override
  public boolean isIn(SentValue sent) {
    return sent.isOf(AttributeDefinition.Type.BOOLEAN) && TEXTS.contains(text(sent));
  }

  @Override
  public String advice(SentValue sent) {
    return "`" + sent.path() + "` must be true or false, without quotes";
  }

  @Override
  public SentValue mended(SentValue sent) {
    return sent.as(BooleanNode.valueOf(text(sent).equals("true")));
  }

  @Override
  public String note(SentValue sent) {
    return "text of `" + sent.path() + "` taken as a boolean";
  }

  private static String text(SentValue sent) {
    return sent.value().stringValueOpt().orElse("").toLowerCase(Locale.ROOT);
  }
}
