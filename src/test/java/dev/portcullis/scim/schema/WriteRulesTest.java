package dev.portcullis.scim.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.attribute.AttributeDefinition;
import dev.portcullis.attribute.AttributeDefinition.Mutability;
import dev.portcullis.attribute.AttributeDefinition.Returned;
import dev.portcullis.attribute.AttributeDefinition.Type;
import dev.portcullis.attribute.AttributeSchema;
import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.scim.message.ScimFault;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Required and immutable attributes, by whichever verb they are written. */
class WriteRulesTest {

  private static final String URN = "urn:acme:scim:2.0:Badge";

  private final WriteRules rules =
      new WriteRules(
          ResourceSchemas.with(
                  List.of(
                      new AttributeSchema(
                          URN,
                          AttributeSchema.ResourceType.USER,
                          "Badge",
                          "",
                          List.of(
                              attribute("number", Type.STRING, true, Mutability.IMMUTABLE),
                              attribute("colour", Type.STRING, false, Mutability.READ_WRITE),
                              attribute(
                                  "issue",
                                  Type.COMPLEX,
                                  false,
                                  Mutability.READ_WRITE,
                                  attribute("by", Type.STRING, true, Mutability.IMMUTABLE),
                                  attribute("at", Type.STRING, false, Mutability.READ_WRITE))))))
              .user());

  private static AttributeDefinition attribute(
      String name,
      Type type,
      boolean required,
      Mutability mutability,
      AttributeDefinition... parts) {
    return new AttributeDefinition(
        name,
        type,
        false,
        "",
        required,
        false,
        mutability,
        Returned.DEFAULT,
        List.of(),
        List.of(),
        List.of(parts));
  }

  private static AttributeValues badge(Map<String, ?> badge) {
    return new AttributeValues(Map.of("title", "Dr", URN, badge));
  }

  private static void assertRefused(ThrowingCallable write, String scimType, String attribute) {
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(write)
        .satisfies(fault -> {
          assertThat(fault.scimType()).hasValue(scimType);
          assertThat(fault.detail()).contains("`" + URN + ":" + attribute + "`");
        });
  }

  private static final AttributeValues NONE = new AttributeValues(Map.of("title", "Dr"));
  private static final AttributeValues SEVEN = badge(Map.of("number", "7", "colour", "red"));

  @Test
  void whoHasAnythingOfAnExtensionHasWhatItRequires() {
    assertThat(rules.created(NONE)).isEqualTo(NONE);
    assertThat(rules.created(SEVEN)).isEqualTo(SEVEN);
    assertRefused(() -> rules.created(badge(Map.of("colour", "red"))), "invalidValue", "number");
    assertRefused(
        () -> rules.patched(NONE, badge(Map.of("colour", "red"))), "invalidValue", "number");
    assertRefused(
        () -> rules.replaced(SEVEN, badge(Map.of("colour", "red"))), "invalidValue", "number");
    assertRefused(
        () -> rules.created(badge(Map.of("number", "7", "issue", Map.of("at", "noon")))),
        "invalidValue",
        "issue.by");
  }

  @Test
  void whatIsImmutableIsGivenOnce() {
    assertThat(rules.patched(NONE, SEVEN)).isEqualTo(SEVEN);
    assertThat(rules.replaced(NONE, SEVEN)).isEqualTo(SEVEN);
    AttributeValues blue = badge(Map.of("number", "7", "colour", "blue"));
    assertThat(rules.replaced(SEVEN, blue)).isEqualTo(blue);

    AttributeValues eight = badge(Map.of("number", "8"));
    assertRefused(() -> rules.replaced(SEVEN, eight), "mutability", "number");
    assertRefused(() -> rules.patched(SEVEN, eight), "mutability", "number");
    assertRefused(() -> rules.patched(SEVEN, NONE), "mutability", "number");
  }

  @Test
  void aPutThatSaysNothingOfItLeavesIt() {
    assertThat(rules.replaced(SEVEN, NONE)).isEqualTo(badge(Map.of("number", "7")));
  }

  @Test
  void partsAreBoundAsAttributesAre() {
    AttributeValues issued =
        badge(Map.of("number", "7", "issue", Map.of("by", "Ada", "at", "noon")));
    assertThat(rules.replaced(issued, badge(Map.of("number", "7"))))
        .isEqualTo(badge(Map.of("number", "7", "issue", Map.of("by", "Ada"))));
    AttributeValues other = badge(Map.of("number", "7", "issue", Map.of("by", "Ben")));
    assertRefused(() -> rules.replaced(issued, other), "mutability", "issue.by");
    assertRefused(() -> rules.patched(issued, SEVEN), "mutability", "issue.by");
  }

  @Test
  void anExtensionThatIsLeftAloneIsNotLookedAt() {
    AttributeValues old = badge(Map.of("colour", "red"));
    AttributeValues renamed =
        new AttributeValues(Map.of("title", "Prof", URN, Map.of("colour", "red")));
    assertThat(rules.patched(old, renamed)).isEqualTo(renamed);
    assertThat(rules.replaced(old, renamed)).isEqualTo(renamed);
  }
}
