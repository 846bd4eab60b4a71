package dev.portcullis.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.Evidence;
import dev.portcullis.pattern.GroupFilter;
import dev.portcullis.pattern.GroupPattern;
import dev.portcullis.permission.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTest {

  private static final UUID OKTA = UUID.randomUUID();
  private static final UUID ENTRA = UUID.randomUUID();

  @Test
  void withoutRulesTheRoleSetByHandHolds() {
    Standing standing = Standing.of(PortRole.MEMBER, List.of(in("anything", OKTA)), List.of());

    assertThat(standing.effective()).isEqualTo(new EffectiveRole("Member", List.of()));
    assertThat(standing.roles()).containsExactly(new Role.Member());
  }

  @Test
  void theHighestRoleWins() {
    Standing standing =
        Standing.of(
            PortRole.MEMBER,
            List.of(in("keepers", OKTA), in("admins", OKTA)),
            List.of(
                rule("admins", new Grant(PortRole.ADMIN, List.of())),
                rule("keepers", new Grant(PortRole.MODERATOR, List.of("Env")))));

    assertThat(standing.effective()).isEqualTo(new EffectiveRole("Admin", List.of()));
    assertThat(standing.roles()).containsExactly(new Role.Admin());
  }

  @Test
  void aRuleNeverTakesAwayTheRoleSetByHand() {
    Standing standing =
        Standing.of(
            PortRole.ADMIN,
            List.of(in("everybody", OKTA)),
            List.of(rule("everybody", new Grant(PortRole.MEMBER, List.of()))));

    assertThat(standing.effective().role()).isEqualTo("Admin");
    assertThat(standing.holdsByHand(new Role.Admin())).isTrue();
  }

  /** What roles are called has no case, and what blueprints are called has. */
  @Test
  void aModeratorByHandIsOneWhateverTheCaseOfTheBlueprint() {
    Standing standing = new Standing(PortRole.MODERATOR, List.of("Env"), List.of());

    assertThat(standing.holdsByHand(new Role.ModeratorOf("Env"))).isTrue();
    assertThat(standing.holdsByHand(new Role.ModeratorOf("Other"))).isFalse();
  }

  @Test
  void aModeratorLooksAfterAllThatTheRulesGive() {
    Standing standing =
        Standing.of(
            PortRole.MEMBER,
            List.of(in("one", OKTA), in("two", OKTA)),
            List.of(
                rule("one", new Grant(PortRole.MODERATOR, List.of("Service", "Env"))),
                rule("two", new Grant(PortRole.MODERATOR, List.of("Env", "Api")))));

    assertThat(standing.effective())
        .isEqualTo(new EffectiveRole("Moderator", List.of("Api", "Env", "Service")));
    assertThat(standing.roles())
        .containsExactlyInAnyOrder(
            new Role.ModeratorOf("Api"),
            new Role.ModeratorOf("Env"),
            new Role.ModeratorOf("Service"));
    assertThat(standing.groundsOf(new Role.ModeratorOf("Env"))).hasSize(2);
  }

  @Test
  void anEqualNameFromAnotherProviderGrantsNothing() {
    List<GroupRule> rules = List.of(rule("admins", new Grant(PortRole.ADMIN, List.of())));

    assertThat(Standing.of(PortRole.MEMBER, List.of(in("admins", ENTRA)), rules).effective().role())
        .isEqualTo("Member");
    assertThat(Standing.of(PortRole.MEMBER, List.of(byHand("admins")), rules).effective().role())
        .isEqualTo("Member");
  }

  @Test
  void aModeratorOfNothingIsNoMoreThanAMember() {
    Standing standing = Standing.of(PortRole.MODERATOR, List.of(), List.of());

    assertThat(standing.effective()).isEqualTo(new EffectiveRole("Moderator", List.of()));
    assertThat(standing.roles()).containsExactly(new Role.Member());
    assertThat(standing.holdsByHand(new Role.Member())).isTrue();
  }

  private static GroupRule rule(String groupName, Grant grant) {
    GroupFilter filter =
        new GroupFilter(GroupPattern.parse("EQUALS", groupName).orElseThrow(), Optional.empty());
    return new GroupRule("rule-" + groupName, "A rule", List.of(OKTA), filter, grant);
  }

  private static Belonging in(String name, UUID connection) {
    return belonging(name, Optional.of(connection));
  }

  private static Belonging byHand(String name) {
    return belonging(name, Optional.empty());
  }

  private static Belonging belonging(String name, Optional<UUID> connection) {
    return new Belonging(
        UUID.randomUUID(),
        connection,
        name,
        name,
        name,
        Optional.empty(),
        List.of(new Evidence.ScimWord(Instant.EPOCH, "0".repeat(32))));
  }
}
