package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.attribute.AttributeDefinition;
import dev.portcullis.attribute.AttributeDefinition.Returned;
import dev.portcullis.attribute.AttributeSchema;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchema;
import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {

  private static final String ENTERPRISE = ResourceSchemas.ENTERPRISE_USER.urn();

  private static final Map<String, Object> ADA =
      Map.of(
          "schemas",
          List.of("s"),
          "id",
          "1",
          "userName",
          "ada",
          "name",
          Map.of("givenName", "Ada", "familyName", "Lovelace"),
          "emails",
          List.of(Map.of("value", "a@b", "type", "work"), Map.of("type", "home")),
          ENTERPRISE,
          Map.of("department", "Engines", "costCenter", "7"));

  private static Map<String, Object> shown(String attributes, String excluded) {
    return Projection.of(
            Optional.of(attributes), Optional.of(excluded), ResourceSchemas.STANDARD.user())
        .of(ADA);
  }

  @Test
  void withoutParametersEverythingIsShown() {
    assertThat(shown("", "")).isEqualTo(ADA);
  }

  @Test
  void whatIsNamedIsShownWithIdAndSchemas() {
    assertThat(shown("USERNAME, name.givenName,emails.value", ""))
        .isEqualTo(
            Map.of(
                "schemas", List.of("s"),
                "id", "1",
                "userName", "ada",
                "name", Map.of("givenName", "Ada"),
                "emails", List.of(Map.of("value", "a@b"))));
  }

  @Test
  void namesMayBearTheirSchemasUrn() {
    assertThat(shown("urn:ietf:params:scim:schemas:core:2.0:User:userName", ""))
        .containsOnlyKeys("schemas", "id", "userName");
    assertThat(shown(ENTERPRISE, "")).containsEntry(ENTERPRISE, ADA.get(ENTERPRISE));
    assertThat(shown(ENTERPRISE + ":department", ""))
        .containsEntry(ENTERPRISE, Map.of("department", "Engines"));
  }

  @Test
  void whatIsExcludedIsNotShownButIdAndSchemasAre() {
    assertThat(shown("", "id,schemas,userName,name.familyName,emails," + ENTERPRISE))
        .isEqualTo(Map.of("schemas", List.of("s"), "id", "1", "name", Map.of("givenName", "Ada")));
  }

  @Test
  void unknownNamesSelectNothing() {
    assertThat(shown("colour,password", "")).containsOnlyKeys("schemas", "id");
  }

  @Test
  void namesMayHaveSpacesAroundThem() {
    assertThat(shown(" userName ,  emails.type ", ""))
        .containsEntry("userName", "ada")
        .containsEntry("emails", List.of(Map.of("type", "work"), Map.of("type", "home")));
  }

  @Test
  void bothParametersTogetherAreRefused() {
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> shown("userName", "emails"))
        .satisfies(fault -> assertThat(fault.scimType()).hasValue("invalidValue"))
        .withMessageContaining("`excludedAttributes`");
    assertThat(shown("userName", " , ")).containsOnlyKeys("schemas", "id", "userName");
  }

  @Test
  void tooManyNamesAreRefused() {
    assertThat(shown("userName" + ",x".repeat(199), "")).containsKey("userName");
    assertThatExceptionOfType(ScimFault.class)
        .isThrownBy(() -> shown("x" + ",x".repeat(200), ""))
        .withMessageContaining("200");
  }

  /** An extension of one text each that is returned always, by default, and on request. */
  private static final ResourceSchema BADGES =
      ResourceSchemas.with(
              List.of(
                  new AttributeSchema(
                      "urn:badges",
                      AttributeSchema.ResourceType.USER,
                      "badges",
                      "",
                      List.of(
                          badge("always", Returned.ALWAYS),
                          badge("usual", Returned.DEFAULT),
                          badge("asked", Returned.REQUEST)))))
          .user();

  private static AttributeDefinition badge(String name, Returned returned) {
    return new AttributeDefinition(
        name,
        AttributeDefinition.Type.STRING,
        false,
        "",
        false,
        false,
        AttributeDefinition.Mutability.READ_WRITE,
        returned,
        List.of(),
        List.of(),
        List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "||always usual",
        "urn:badges||always usual",
        "urn:badges:asked||always asked",
        "URN:BADGES:ASKED,urn:badges||always asked usual",
        "urn:badges:unknown||always",
        "userName||always",
        "|urn:badges|always",
        "|urn:badges:usual,urn:badges:always|always",
        "|urn:badges:asked|always usual"
      })
  void whatIsReturnedIsAsDefined(String attributes, String excluded, String shown) {
    Map<String, Object> badges = Map.of("always", "1", "usual", "1", "asked", "1");
    Map<String, Object> projected =
        Projection.of(Optional.ofNullable(attributes), Optional.ofNullable(excluded), BADGES)
            .of(Map.of("id", "1", "urn:badges", badges));
    assertThat((Map<?, ?>) projected.get("urn:badges"))
        .extracting(Map::keySet, as(InstanceOfAssertFactories.ITERABLE))
        .containsExactlyInAnyOrder((Object[]) shown.split(" "));
  }

  @Test
  void whatIsReturnedNeverIsNotShownEvenIfItIsThereAndNamed() {
    Map<String, Object> user = Map.of("id", "1", "password", "secret");
    assertThat(Projection.of(Optional.of("password,id"), Optional.empty(), BADGES).of(user))
        .containsOnlyKeys("id");
    assertThat(Projection.of(Optional.empty(), Optional.empty(), BADGES).of(user))
        .containsOnlyKeys("id");
  }

  @Test
  void whatIsNotShownNeedNotBeRead() {
    ResourceSchema group = ResourceSchemas.STANDARD.group();
    assertThat(Projection.of(Optional.empty(), Optional.empty(), group).shows("members")).isTrue();
    assertThat(
            Projection.of(Optional.of("members.value"), Optional.empty(), group).shows("members"))
        .isTrue();
    assertThat(Projection.of(Optional.of("displayName"), Optional.empty(), group).shows("members"))
        .isFalse();
    assertThat(
            Projection.of(Optional.empty(), Optional.of(group.urn() + ":MEMBERS"), group)
                .shows("members"))
        .isFalse();
  }

  @Test
  void aGroupWithoutMembersShowsThatItHasNone() {
    Map<String, Object> group = Map.of("id", "1", "members", List.of());
    assertThat(
            Projection.of(
                    Optional.of("members.value"),
                    Optional.empty(),
                    ResourceSchemas.STANDARD.group())
                .of(group))
        .isEqualTo(group);
  }
}
