package dev.portcullis.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.attribute.AttributeDefinition.Mutability;
import dev.portcullis.attribute.AttributeDefinition.Returned;
import dev.portcullis.attribute.AttributeDefinition.Type;
import dev.portcullis.attribute.AttributeSchema.ResourceType;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributeSchemaTest {

  private static final String URN = "urn:acme:scim:2.0:User";

  private static AttributeDefinition attribute(
      String name, Type type, boolean many, Mutability mutability, AttributeDefinition... parts) {
    return new AttributeDefinition(
        name,
        type,
        many,
        "",
        false,
        false,
        mutability,
        Returned.DEFAULT,
        List.of(),
        List.of(),
        List.of(parts));
  }

  private static AttributeDefinition text(String name) {
    return attribute(name, Type.STRING, false, Mutability.READ_WRITE);
  }

  private static AttributeDefinition complex(
      String name, boolean many, AttributeDefinition... parts) {
    return attribute(name, Type.COMPLEX, many, Mutability.READ_WRITE, parts);
  }

  private static AttributeSchema schema(String urn, AttributeDefinition... attributes) {
    return new AttributeSchema(urn, ResourceType.USER, "Ours", "", List.of(attributes));
  }

  private static List<String> problems(AttributeDefinition... attributes) {
    return schema(URN, attributes).problems();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:acme:User",
        "URN:acme:scim:2.0:User",
        "urn:ietf:params:scim:schemas:extension:acme:2.0:User",
        "urn:okta:acme_1:1.0:user:custom"
      })
  void anOrganizationChoosesItsUrns(String urn) {
    assertThat(schema(urn, text("a")).problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "acme",
        "urn:acme",
        "urn:acme:",
        "urn:acme::User",
        "urn:acme:User:",
        "urn:acme:a b",
        "urn:acme:a/b",
        "https://acme.example/User",
        "urn:ietf:params:scim:schemas:core:2.0:User",
        "urn:ietf:params:scim:schemas:CORE:2.0:Device",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
        "urn:ietf:params:scim:api:messages:2.0:Error"
      })
  void otherUrnsAreRefused(String urn) {
    assertThat(schema(urn, text("a")).problems()).singleElement().asString().startsWith("`id` ");
  }

  @Test
  void whatIsFitHasNoProblem() {
    assertThat(
            problems(
                text("a-b_c$1"),
                complex("devices", true, text("value"), text("$ref")),
                attribute("n", Type.INTEGER, true, Mutability.IMMUTABLE)))
        .isEmpty();
  }

  @Test
  void everyProblemIsNamedByItsPlace() {
    assertThat(problems()).isNotEmpty();
    assertThat(problems(text("1a"), text("a b"), text("$ref"), text("x".repeat(49))))
        .hasSize(4)
        .allSatisfy(problem -> assertThat(problem).contains("` must be named with 1 to 48 "));
    assertThat(problems(text("a"), text("A"))).singleElement().asString().contains("attributes.1");
    assertThat(problems(text("Meta"), text("externalID"))).hasSize(2);
    assertThat(problems(complex("a", false))).hasSize(1);
    assertThat(problems(attribute("a", Type.STRING, false, Mutability.READ_WRITE, text("b"))))
        .hasSize(1);
    assertThat(problems(complex("a", false, complex("b", false, text("c")))))
        .singleElement()
        .asString()
        .contains("attributes.0.subAttributes.0", "nest");
    assertThat(
            problems(complex("a", false, attribute("b", Type.STRING, true, Mutability.READ_WRITE))))
        .hasSize(1);
    assertThat(
            problems(complex("a", true, attribute("b", Type.STRING, false, Mutability.IMMUTABLE))))
        .hasSize(1);
  }

  @Test
  void thereAreFiftyAttributesAtMost() {
    AttributeDefinition[] many =
        IntStream.range(0, 51).mapToObj(i -> text("a" + i)).toArray(AttributeDefinition[]::new);
    assertThat(problems(many)).singleElement().asString().contains("at most 50 attributes");
    assertThat(problems(complex("a", false, many))).hasSize(1);
  }

  @Test
  void urnsOfWhichOneGoesOnBehindTheOtherAreAmbiguous() {
    AttributeSchema schema = schema("urn:acme:x", text("a"));
    assertThat(schema.isAmbiguousWith("URN:ACME:X")).isTrue();
    assertThat(schema.isAmbiguousWith("urn:acme:x:a")).isTrue();
    assertThat(schema("urn:acme:x:a", text("b")).isAmbiguousWith("urn:acme:X")).isTrue();
    assertThat(schema.isAmbiguousWith("urn:acme:xy")).isFalse();
  }

  @Test
  void whatASuccessorLacksOrTypesOtherwiseIsLost() {
    AttributeSchema before =
        schema(URN, text("a"), text("b"), complex("c", false, text("d"), text("e")));
    assertThat(
            before.lostIn(
                schema(
                    URN,
                    text("A"),
                    text("b"),
                    text("new"),
                    complex("c", false, text("d"), text("e"), text("f")))))
        .isEmpty();
    assertThat(
            before.lostIn(
                schema(
                    URN,
                    attribute("a", Type.INTEGER, false, Mutability.READ_WRITE),
                    complex("c", false, text("e")))))
        .containsExactly(List.of("a"), List.of("b"), List.of("c", "d"));
    assertThat(
            before.lostIn(
                new AttributeSchema(URN, ResourceType.GROUP, "Ours", "", before.attributes())))
        .hasSize(3);
  }
}
