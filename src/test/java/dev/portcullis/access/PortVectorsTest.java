package dev.portcullis.access;

import static dev.portcullis.access.Documents.ENV;
import static dev.portcullis.access.Documents.after;
import static dev.portcullis.access.Documents.operation;
import static dev.portcullis.access.Documents.owned;
import static dev.portcullis.access.Documents.property;
import static dev.portcullis.access.Documents.relation;
import static dev.portcullis.access.Documents.roles;
import static dev.portcullis.access.Documents.teams;
import static dev.portcullis.access.Documents.users;
import static dev.portcullis.permission.EntityOperation.READ;
import static dev.portcullis.permission.EntityOperation.REGISTER;
import static dev.portcullis.permission.EntityOperation.UNREGISTER;
import static dev.portcullis.permission.EntityOperation.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.Reason;
import dev.portcullis.permission.Resource;
import dev.portcullis.permission.Role;
import dev.portcullis.permission.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The examples of Port's documentation, from the document through the compiler to the decision. */
class PortVectorsTest {

  private static final Subject ADM = subject("adm@acme.example", new Role.Admin());
  private static final Subject MOD = subject("mod@acme.example", new Role.ModeratorOf("Env"));
  private static final Subject MOD2 = subject("mod2@acme.example", new Role.ModeratorOf("Other"));
  private static final Subject MEM = subject("mem@acme.example", new Role.Member(), "t1");

  @Test
  void v0DefaultsLetEverybodyReadAndKeepersChange() {
    BlueprintPermissions document = Documents.defaults();
    for (Subject subject : List.of(ADM, MOD, MOD2, MEM)) {
      assertThat(may(document, subject, "read")).isTrue();
    }
    for (String action : List.of("register", "update", "unregister")) {
      assertThat(may(document, ADM, action)).isTrue();
      assertThat(may(document, MOD, action)).isTrue();
      assertThat(may(document, MEM, action)).isFalse();
      assertThat(may(document, MOD2, action)).isFalse();
    }
  }

  @Test
  void v1AGrantToMembersReachesModeratorsOfOtherBlueprints() {
    BlueprintPermissions document = after(operation(REGISTER, roles("Admin", "Member")));
    assertThat(may(document, MEM, "register")).isTrue();
    assertThat(may(document, MOD2, "register")).isTrue();
  }

  @Test
  void v2OneUserMayChangeOneRelation() {
    BlueprintPermissions document = after(relation("deployedAt", users("MEM@acme.example")));
    assertThat(may(document, MEM, "updateRelations.deployedAt")).isTrue();
    assertThat(may(document, MEM, "updateProperties.slackChannelUrl")).isFalse();
    assertThat(may(document, MEM, "update")).isFalse();
    assertThat(may(document, MOD2, "updateRelations.deployedAt")).isFalse();
  }

  @Test
  void v3OneTeamMayChangeOneRelation() {
    BlueprintPermissions document = after(relation("deployedAt", teams("t1")));
    assertThat(may(document, MEM, "updateRelations.deployedAt")).isTrue();
    assertThat(may(document, MOD2, "updateRelations.deployedAt")).isFalse();
  }

  @Test
  void v4TheRightToUpdateAllOutweighsANarrowBlock() {
    BlueprintPermissions narrowed = after(property("slackChannelUrl", roles("Admin")));
    assertThat(may(narrowed, MEM, "updateProperties.slackChannelUrl")).isFalse();
    assertThat(may(narrowed, MOD, "updateProperties.slackChannelUrl")).isTrue();
    BlueprintPermissions closed =
        after(property("slackChannelUrl", roles("Admin")), operation(UPDATE, roles("Admin")));
    assertThat(may(closed, MOD, "updateProperties.slackChannelUrl")).isFalse();
    assertThat(may(closed, ADM, "updateProperties.slackChannelUrl")).isTrue();
  }

  @Test
  void v5MembersMayChangeOnePropertyAlone() {
    BlueprintPermissions document =
        after(property("slackChannelUrl", roles("Admin", "Env-moderator", "Member")));
    assertThat(may(document, MEM, "updateProperties.slackChannelUrl")).isTrue();
    assertThat(may(document, MEM, "updateProperties.$title")).isFalse();
  }

  @Test
  void v6OwnersMayChangeAnythingOfTheirOwn() {
    BlueprintPermissions document = after(operation(UPDATE, owned(true)));
    assertThat(may(document, MEM, "updateRelations.deployedAt", Set.of("t1"))).isTrue();
    assertThat(may(document, MEM, "update", Set.of("t2"))).isFalse();
    assertThat(may(document, MEM, "update", Set.of())).isFalse();
  }

  @Test
  void v7cARequiredPropertyOutOfReachForbidsToRegister() {
    BlueprintDefinition strict =
        Documents.env(List.of("slackChannelUrl"), List.of("slackChannelUrl"));
    BlueprintPermissions document = after(operation(REGISTER, roles("Admin", "Member")));
    assertThat(decide(strict, document, MEM, "register", nothing()).isAllowed()).isFalse();
    assertThat(may(document, MEM, "updateProperties.slackChannelUrl")).isFalse();
    assertThat(decide(strict, document, ADM, "register", nothing()).isAllowed()).isTrue();
  }

  @Test
  void v7dOwnersRegisterOnlyWithTheRightToTheTeam() {
    BlueprintPermissions without = after(operation(REGISTER, owned(true)));
    BlueprintPermissions with =
        after(operation(REGISTER, owned(true)), property("$team", roles("Admin", "Member")));
    assertThat(register(without, "t1")).isFalse();
    assertThat(register(with, "t1")).isTrue();
    assertThat(register(with, "t2")).isFalse();
  }

  @Test
  void v7eWhoeverMayUnregisterMayRead() {
    BlueprintPermissions document =
        after(operation(READ, roles("Admin")), operation(UNREGISTER, users("mem@acme.example")));
    assertThat(may(document, MEM, "read")).isTrue();
    assertThat(may(document, MOD2, "read")).isFalse();
  }

  @Test
  void aReasonNamesDocumentVersionAndKey() {
    BlueprintPermissions document = after(relation("deployedAt", teams("t1")));
    Decision decision = decide(ENV, document, MEM, "updateRelations.deployedAt", nothing());
    assertThat(decision.reasons().getFirst())
        .isInstanceOfSatisfying(
            Reason.Granted.class,
            granted -> {
              assertThat(granted.rule().source().document()).isEqualTo("blueprint Env");
              assertThat(granted.rule().source().version()).isEqualTo(7);
              assertThat(granted.rule().source().key())
                  .isEqualTo("entities.updateRelations.deployedAt.teams");
            });
  }

  @Test
  void namesThatMeanNothingGrantNothing() {
    BlueprintPermissions document =
        Documents.applied(
            operation(UPDATE, roles("Wizard", "-moderator")),
            Documents.defaults(),
            _ -> Optional.empty());
    BlueprintPermissions unbound =
        Documents.applied(operation(UPDATE, teams("t1")), document, _ -> Optional.empty());
    assertThat(may(unbound, MEM, "update")).isFalse();
    assertThat(may(unbound, MOD, "update")).isFalse();
  }

  private static boolean register(BlueprintPermissions document, String team) {
    return decide(
            ENV,
            document,
            MEM,
            "register",
            new ClaimedResource(List.of(team), Map.of()),
            Set.of(team))
        .isAllowed();
  }

  private static boolean may(BlueprintPermissions document, Subject subject, String action) {
    return may(document, subject, action, Set.of());
  }

  private static boolean may(
      BlueprintPermissions document, Subject subject, String action, Set<String> owners) {
    return decide(ENV, document, subject, action, nothing(), owners).isAllowed();
  }

  private static Decision decide(
      BlueprintDefinition blueprint,
      BlueprintPermissions document,
      Subject subject,
      String action,
      ClaimedResource claimed) {
    return decide(blueprint, document, subject, action, claimed, Set.of());
  }

  private static Decision decide(
      BlueprintDefinition blueprint,
      BlueprintPermissions document,
      Subject subject,
      String action,
      ClaimedResource claimed,
      Set<String> owners) {
    AccessRequest request =
        new AccessRequest(
            subject, Action.parse(action).orElseThrow(), new Resource("Env", "e1", owners));
    return EntityDecision.of(
        request,
        RuleCompiler.compile(
                new VersionedPermissions(PermissionOwner.blueprint("Env"), 7, document))
            .rules(),
        blueprint,
        claimed,
        true);
  }

  private static ClaimedResource nothing() {
    return new ClaimedResource(List.of(), Map.of());
  }

  private static Subject subject(String email, Role role, String... teams) {
    return new Subject(email, Set.of(role), Set.of(teams), Set.of(email), true);
  }
}
