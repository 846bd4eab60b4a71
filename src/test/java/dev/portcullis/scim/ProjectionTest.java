package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.scim.schema.ResourceSchemas;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
}
