package dev.portcullis.permission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTest {

  @ParameterizedTest
  @CsvSource({
    "read, read",
    "register, register",
    "create, register",
    "update, update",
    "write, update",
    "unregister, unregister",
    "delete, unregister",
    "updateProperties.$title, updateProperties.$title",
    "execute, execute",
    "approve, approve",
    "updateProperties.a.b, updateProperties.a.b",
    "updateRelations.deployedAt, updateRelations.deployedAt",
  })
  void aNameOrItsAliasMeansOneAction(String name, String actionName) {
    assertThat(Action.parse(name).orElseThrow().actionName()).isEqualTo(actionName);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "Read",
        "read ",
        "updateProperties",
        "updateProperties.",
        "updateProperties. ",
        "updateRelations.",
        "updateMirrors.x",
        ".x",
        "update.x",
        "Execute"
      })
  void anyOtherNameMeansNone(String name) {
    assertThat(Action.parse(name)).isEmpty();
  }

  @Test
  void aPropertyAndARelationOfOneNameAreTwoActions() {
    assertThat(Action.parse("updateProperties.x")).contains(new UpdateProperty("x"));
    assertThat(Action.parse("updateRelations.x")).contains(new UpdateRelation("x"));
  }
}
