package dev.portcullis.permission;

import static dev.portcullis.permission.Cast.ADMIN;
import static dev.portcullis.permission.Cast.MEMBER;
import static dev.portcullis.permission.Cast.MODERATOR;
import static dev.portcullis.permission.Cast.OWNED_BY_T1;
import static dev.portcullis.permission.Cast.UNOWNED;
import static dev.portcullis.permission.Cast.may;
import static dev.portcullis.permission.Cast.person;
import static dev.portcullis.permission.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.portcullis.permission.Condition.HasRole;
import dev.portcullis.permission.Match.BelongsTo;
import dev.portcullis.permission.Match.HoldsRole;
import dev.portcullis.permission.Match.KnownAs;
import dev.portcullis.permission.Reason.AdminPasses;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Inactive;
import dev.portcullis.permission.Reason.NoRuleGrants;
import dev.portcullis.permission.Reason.Unmet;
import dev.portcullis.permission.Role.Member;
import dev.portcullis.permission.Role.ModeratorOf;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizerTest {

  private static final List<String> ACTIONS =
      List.of(
          "read", "register", "update", "unregister", "updateProperties.p", "updateRelations.r");

  @Test
  void withoutRulesOnlyAdminsPass() {
    for (String action : ACTIONS) {
      AccessRequest ofMember = request(MEMBER, action, OWNED_BY_T1);

      assertThat(may(ADMIN, action, UNOWNED, PermissionDocument.empty())).isTrue();
      assertThat(Authorizer.decide(ofMember, RuleSet.of(List.of())).reasons())
          .isEqualTo(List.of(new NoRuleGrants(ofMember.action())));
    }
  }

  @Test
  void anInactiveSubjectMayNothingNotEvenAsAdmin() {
    Subject left = new Subject("adm", ADMIN.roles(), Set.of("t1"), ADMIN.handles(), false);

    for (String action : ACTIONS) {
      PermissionDocument document =
          PermissionDocument.defaults().users(action, "adm@myorg.com").ownedByTeam(action);
      Decision decision =
          Authorizer.explain(request(left, action, OWNED_BY_T1), document.compiled());

      assertThat(decision.isAllowed()).isFalse();
      assertThat(decision.reasons()).isEqualTo(List.of(new Inactive()));
    }
  }

  @Test
  void addingOneRuleFlipsOneDecision() {
    for (String granted : ACTIONS) {
      PermissionDocument document = PermissionDocument.empty();
      assertThat(may(MEMBER, granted, UNOWNED, document)).isFalse();

      document.teams(granted, "t1");
      for (String asked : ACTIONS) {
        boolean isCovered = granted.equals("update") && asked.startsWith("update");
        assertThat(may(MEMBER, asked, UNOWNED, document))
            .as("%s when %s is granted", asked, granted)
            .isEqualTo(asked.equals(granted) || asked.equals("read") || isCovered);
      }
    }
  }

  @Test
  void groundsComeAsRoleOwnershipTeamsUsersWhateverTheirOrderInTheDocument() {
    PermissionDocument document =
        PermissionDocument.empty()
            .users("update", "mem@myorg.com")
            .teams("update", "t1")
            .ownedByTeam("update")
            .roles("update", "Member");
    AccessRequest request = request(MEMBER, "update", OWNED_BY_T1);

    Decision all = Authorizer.explain(request, document.compiled());
    assertThat(all.reasons())
        .extracting(reason -> ((Granted) reason).match())
        .isEqualTo(
            List.of(
                new HoldsRole(new Member()),
                new BelongsTo("t1"),
                new BelongsTo("t1"),
                new KnownAs("mem@myorg.com")));
    assertThat(Authorizer.decide(request, document.compiled()).reasons())
        .isEqualTo(List.of(all.reasons().getFirst()));
  }

  @Test
  void aGroundNamesTheRuleTheRoleHeldAndHowItReaches() {
    PermissionDocument document = PermissionDocument.empty().roles("unregister", "Member");

    Decision decision = Authorizer.decide(request(MODERATOR, "read", UNOWNED), document.compiled());

    Rule rule =
        new Rule(
            EntityOperation.UNREGISTER,
            new HasRole(new Member()),
            new RuleSource("blueprint Env", 1, "entities.unregister.roles"));
    assertThat(decision.reasons())
        .isEqualTo(
            List.of(
                new Granted(
                    rule, new HoldsRole(new ModeratorOf("env")), Reach.CHANGE_IMPLIES_READ)));
  }

  @Test
  void theRightToUpdateEverythingIsAskedBeforeTheRightToOneField() {
    PermissionDocument document =
        PermissionDocument.empty()
            .roles("updateProperties.p", "Member")
            .users("update", "mem@myorg.com");

    assertThat(
            Authorizer.explain(request(MEMBER, "updateProperties.p", UNOWNED), document.compiled())
                .reasons())
        .extracting(reason -> ((Granted) reason).reach())
        .isEqualTo(List.of(Reach.UPDATE_COVERS_FIELD, Reach.DIRECT));
  }

  @Test
  void anAdminPassesFirstAndTheRulesThatGrantFollow() {
    AccessRequest request = request(ADMIN, "update", UNOWNED);
    RuleSet rules = PermissionDocument.defaults().compiled();

    assertThat(Authorizer.decide(request, rules).reasons()).isEqualTo(List.of(new AdminPasses()));
    assertThat(Authorizer.explain(request, rules).reasons())
        .hasSize(3)
        .first()
        .isEqualTo(new AdminPasses());
  }

  @Test
  void aDenialListsWhatWouldHaveGrantedTheNearestFirst() {
    PermissionDocument document =
        PermissionDocument.empty()
            .users("updateProperties.p", "x@myorg.com")
            .teams("updateProperties.p", "t8", "t7")
            .ownedByTeam("update")
            .roles("updateProperties.p", "Env-moderator")
            .roles("unregister", "Env-moderator");

    Decision decision =
        Authorizer.decide(request(MEMBER, "updateProperties.p", UNOWNED), document.compiled());

    assertThat(decision.isAllowed()).isFalse();
    assertThat(decision.reasons())
        .extracting(reason -> ((Unmet) reason).rule().source().key())
        .isEqualTo(
            List.of(
                "entities.updateProperties.p.teams",
                "entities.updateProperties.p.teams",
                "entities.updateProperties.p.roles",
                "entities.updateProperties.p.users",
                "entities.update.ownedByTeam"));
  }

  @Test
  void teamsCompareExactly() {
    PermissionDocument document = PermissionDocument.empty().teams("read", "T1", "t1 ", "t");

    assertThat(may(MEMBER, "read", OWNED_BY_T1, document)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Member", "Admin", "x-moderator", "Env-moderator", "env-mod", "-moderator"})
  void aBlueprintNamedLikeARoleMakesNoFalseMatch(String blueprint) {
    Subject moderator = person("m", new ModeratorOf(blueprint));

    for (String role : List.of("Admin", "Env-moderator", "x-moderator", "env-mod-moderator")) {
      PermissionDocument document = PermissionDocument.empty().roles("update", role);
      assertThat(may(moderator, "update", UNOWNED, document))
          .as("moderator of %s under a grant to %s", blueprint, role)
          .isEqualTo(role.equals(blueprint + "-moderator"));
    }
    PermissionDocument own =
        PermissionDocument.empty()
            .roles("update", blueprint.toUpperCase(Locale.ROOT) + "-Moderator");
    assertThat(may(moderator, "update", UNOWNED, own)).isTrue();
    assertThat(may(MEMBER, "update", UNOWNED, own)).isFalse();
    assertThat(may(MODERATOR, "update", UNOWNED, own)).isFalse();
  }

  @Test
  void aSubjectWithoutRoleHasWhatItsTeamsAndHandleHave() {
    Subject bare = new Subject("b", Set.of(), Set.of("t1"), Set.of(), true);
    PermissionDocument document =
        PermissionDocument.empty().roles("read", "Member").ownedByTeam("update");

    assertThat(may(bare, "read", UNOWNED, document)).isFalse();
    assertThat(may(bare, "update", OWNED_BY_T1, document)).isTrue();
  }

  @Test
  void identifiersThatNameNothingAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> person("b", new Member(), " "));
    assertThatIllegalArgumentException().isThrownBy(() -> new ModeratorOf(""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Condition.InTeam(""));
    assertThatIllegalArgumentException().isThrownBy(() -> new Condition.IsUser(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> new Resource("", "e", Set.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Resource("Env", "e", Set.of("")));
    assertThatIllegalArgumentException().isThrownBy(() -> new RuleSource("d", -1, "k"));
  }
}
