package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W/\"7\"",
        "\"7\"",
        " W/\"7\" ",
        "*",
        "W/\"1\", W/\"7\"",
        "\"x,y\",\"7\"",
        ",, W/\"7\" ,"
      })
  void aListThatNamesTheVersionMatchesIt(String list) {
    assertThat(EntityTags.parse(list).match(7)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "W/7",
        "\"7",
        "w/\"7\"",
        "\"07\"",
        "\"8\"",
        "W/\"77\"",
        "*, \"8\"",
        "\"7\" x",
        "\"7\"\"7\"",
        "'7'",
        "W/\"abc\"",
        "\"99999999999999999999\""
      })
  void whatNamesAnotherVersionOrIsNoListMatchesNothing(String list) {
    assertThat(EntityTags.parse(list).match(7)).isFalse();
  }

  @Test
  void aLongListIsReadInOneGo() {
    assertThat(EntityTags.parse("\"x\" ,".repeat(100_000) + "\"7\"").match(7)).isTrue();
    assertThat(EntityTags.parse(" ".repeat(100_000) + "x").match(7)).isFalse();
  }
}
