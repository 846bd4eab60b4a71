package dev.portcullis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupFilterTest {

  private static final GroupPattern TEAMS = pattern("STARTS_WITH", "team-");

  @Test
  void withoutAnExceptionThePatternDecides() {
    GroupFilter filter = new GroupFilter(TEAMS, Optional.empty());

    assertThat(filter.matches("team-web")).isTrue();
    assertThat(filter.matches("web")).isFalse();
  }

  @Test
  void theExceptionTakesOutWhatThePatternLetsIn() {
    GroupFilter filter = new GroupFilter(TEAMS, Optional.of(pattern("CONTAINS", "admin")));

    assertThat(filter.matches("team-web")).isTrue();
    assertThat(filter.matches("team-admins")).isFalse();
    assertThat(filter.matches("admins")).isFalse();
  }

  @Test
  void aNameThatEscapesTheExceptionByANewlineIsNotLetIn() {
    GroupFilter filter =
        new GroupFilter(TEAMS, Optional.of(pattern("MATCHES_REGEX", "team-admins")));

    assertThat(filter.matches("team-admins\n")).isFalse();
    assertThat(filter.matches("team-admins" + "x".repeat(256))).isFalse();
  }

  @Test
  void filtersAreEqualByTypeAndValue() {
    Optional<GroupPattern> except = Optional.of(pattern("MATCHES_REGEX", "team-.*"));

    assertThat(new GroupFilter(pattern("STARTS_WITH", "team-"), except))
        .isEqualTo(new GroupFilter(TEAMS, Optional.of(pattern("MATCHES_REGEX", "team-.*"))))
        .isNotEqualTo(new GroupFilter(TEAMS, Optional.empty()));
  }

  private static GroupPattern pattern(String type, String value) {
    return GroupPattern.parse(type, value).orElseThrow();
  }
}
