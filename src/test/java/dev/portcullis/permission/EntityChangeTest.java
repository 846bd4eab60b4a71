package dev.portcullis.permission;

import static dev.portcullis.permission.Cast.ADMIN;
import static dev.portcullis.permission.Cast.MEMBER;
import static dev.portcullis.permission.Cast.OWNED_BY_T1;
import static dev.portcullis.permission.Cast.UNOWNED;
import static dev.portcullis.permission.Cast.entity;
import static dev.portcullis.permission.Cast.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.portcullis.permission.Reason.GivesAway;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.NoRuleGrants;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Changes of several values at once, new entities among them. */
class EntityChangeTest {

  private static final String SLACK = "updateProperties.slackChannelUrl";

  @Test
  void everyChangedFieldNeedsItsOwnRightWhereTheWholeIsNotGranted() {
    PermissionDocument document = PermissionDocument.empty().roles(SLACK, "Member");

    assertThat(updates(document, SLACK)).isTrue();
    assertThat(updates(document, SLACK, "updateProperties.$title")).isFalse();
    assertThat(updates(document, "updateRelations.deployedAt")).isFalse();
    document.roles("updateProperties.$title", "Member");
    assertThat(updates(document, SLACK, "updateProperties.$title")).isTrue();
  }

  @Test
  void theRightToUpdateCoversAllFieldsEvenReservedOnes() {
    PermissionDocument document =
        PermissionDocument.empty().roles("update", "Member").roles(SLACK, "Admin");

    assertThat(updates(document, SLACK, "updateProperties.$title", "updateRelations.r")).isTrue();
  }

  @Test
  void anUpdateOfNothingNeedsTheRightToUpdate() {
    PermissionDocument document = PermissionDocument.empty().roles(SLACK, "Member");

    assertThat(updates(document)).isFalse();
    assertThat(updates(document.roles("update", "Member"))).isTrue();
  }

  @Test
  void aNewEntityNeedsTheRightToRegisterAndToEachOfItsValuesButItsNames() {
    PermissionDocument document = PermissionDocument.empty().roles("register", "Member");

    assertThat(registers(document, UNOWNED)).isTrue();
    assertThat(
            registers(
                document,
                UNOWNED,
                "updateProperties.$identifier",
                "updateProperties.$title",
                "updateProperties.$icon"))
        .isTrue();
    assertThat(registers(document, UNOWNED, SLACK)).isFalse();
    assertThat(registers(document, UNOWNED, "updateRelations.deployedAt")).isFalse();
    assertThat(registers(document.roles(SLACK, "Member"), UNOWNED, SLACK)).isTrue();
    assertThat(registers(PermissionDocument.empty().roles(SLACK, "Member"), UNOWNED, SLACK))
        .isFalse();
  }

  @Test
  void whoRegistersByOwnershipAlsoNeedsTheRightToTheTeam() {
    PermissionDocument document = PermissionDocument.empty().ownedByTeam("register");
    String team = "updateProperties.$team";

    assertThat(registers(document, entity("new", "t1"), team)).isFalse();
    document.roles(team, "Member");
    assertThat(registers(document, entity("new", "t1"), team)).isTrue();
    assertThat(registers(document, entity("new", "t2"), team)).isFalse();
  }

  @Test
  void anOwnerMayShareTheEntityButNotGiveItAway() {
    PermissionDocument document = PermissionDocument.empty().ownedByTeam("update");

    assertThat(moves(document, "t1", "t2").isAllowed()).isTrue();
    assertThat(moves(document, "t2").reasons()).isEqualTo(List.of(new GivesAway(Set.of("t2"))));
    assertThat(moves(document).reasons()).isEqualTo(List.of(new GivesAway(Set.of())));
    assertThat(moves(document.teams("updateProperties.$team", "t1"), "t2").isAllowed()).isTrue();
  }

  @Test
  void aChangeOfOwnersIsJudgedByWhoOwnsTheEntityBefore() {
    PermissionDocument document = PermissionDocument.empty().ownedByTeam("update");
    AccessRequest ofOthers = request(MEMBER, "update", entity("e2", "t2"));
    EntityChange grab =
        EntityChange.updating(ofOthers, actions("updateProperties.$team"), Set.of("t1"));

    assertThat(Authorizer.decide(grab, document.compiled()).isAllowed()).isFalse();
  }

  @Test
  void anAdminMayAll() {
    EntityChange change =
        EntityChange.updating(
            request(ADMIN, "update", OWNED_BY_T1), actions("updateProperties.$team"), Set.of());

    assertThat(Authorizer.decide(change, PermissionDocument.empty().compiled()).isAllowed())
        .isTrue();
  }

  @Test
  void theReasonsAreThoseOfAllPartsAndADenialNamesTheFirstThatIsMissing() {
    PermissionDocument document =
        PermissionDocument.empty().roles("register", "Member").teams(SLACK, "t1");

    assertThat(register(document, UNOWNED, SLACK).reasons())
        .extracting(reason -> ((Granted) reason).rule().source().key())
        .isEqualTo(
            List.of("entities.register.roles", "entities.updateProperties.slackChannelUrl.teams"));
    assertThat(register(document, UNOWNED, SLACK, "updateProperties.x").reasons())
        .isEqualTo(List.of(new NoRuleGrants(new UpdateProperty("x"))));
  }

  @Test
  void onlyARegistrationOrAnUpdateIsAChange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EntityChange.registering(request(MEMBER, "read", UNOWNED), List.of()));
  }

  private static boolean updates(PermissionDocument document, String... fields) {
    EntityChange change =
        EntityChange.updating(request(MEMBER, "update", UNOWNED), actions(fields), Set.of("t1"));
    return decide(change, document).isAllowed();
  }

  private static boolean registers(
      PermissionDocument document, Resource resource, String... fields) {
    return register(document, resource, fields).isAllowed();
  }

  private static Decision register(
      PermissionDocument document, Resource resource, String... fields) {
    return decide(
        EntityChange.registering(request(MEMBER, "register", resource), actions(fields)), document);
  }

  private static Decision moves(PermissionDocument document, String... after) {
    return decide(
        EntityChange.updating(
            request(MEMBER, "update", OWNED_BY_T1),
            actions("updateProperties.$team"),
            Set.of(after)),
        document);
  }

  private static Decision decide(EntityChange change, PermissionDocument document) {
    Decision decision = Authorizer.decide(change, document.compiled());
    assertThat(Authorizer.explain(change, document.compiled()).isAllowed())
        .isEqualTo(decision.isAllowed());
    return decision;
  }

  private static List<Action> actions(String... names) {
    return Stream.of(names).map(name -> Action.parse(name).orElseThrow()).toList();
  }
}
