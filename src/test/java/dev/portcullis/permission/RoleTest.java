package dev.portcullis.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.permission.Role.Admin;
import dev.portcullis.permission.Role.Member;
import dev.portcullis.permission.Role.ModeratorOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

  @Test
  void namesAreReadWithoutRegardToCase() {
    assertThat(Role.named("aDMIN")).contains(new Admin());
    assertThat(Role.named("member")).contains(new Member());
    assertThat(Role.named("Env-Moderator")).contains(new ModeratorOf("env"));
    assertThat(Role.named("ENV-moderator")).contains(new ModeratorOf("Env"));
  }

  /** A final sigma, a dotted I, a Kelvin sign: what stands beside a letter changes nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"\u0391\u03a3", "\u0130x", "\u212a", "\u0131", "\u017f"})
  void aBlueprintFoldsWithinANameAsByItself(String blueprint) {
    assertThat(Role.named(blueprint + "-moderator")).contains(new ModeratorOf(blueprint));
  }

  @Test
  void oneSuffixIsTakenOffAndNoMore() {
    assertThat(Role.named("x-moderator-moderator")).contains(new ModeratorOf("x-moderator"));
    assertThat(Role.named("member-moderator")).contains(new ModeratorOf("Member"));
    assertThat(Role.named("admin-moderator")).contains(new ModeratorOf("Admin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Admin ", "Moderator", "-moderator", " -moderator", "Developer"})
  void anyOtherNameIsNoRole(String name) {
    assertThat(Role.named(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Admin", "Member", "env-moderator", "x-moderator-moderator"})
  void aRoleIsReadBackFromItsName(String name) {
    assertThat(Role.named(name).map(Role::roleName)).contains(name);
  }
}
