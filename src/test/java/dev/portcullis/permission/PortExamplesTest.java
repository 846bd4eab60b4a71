package dev.portcullis.permission;

import static dev.portcullis.permission.Cast.ADMIN;
import static dev.portcullis.permission.Cast.MEMBER;
import static dev.portcullis.permission.Cast.MODERATOR;
import static dev.portcullis.permission.Cast.MODERATOR_OF_OTHER;
import static dev.portcullis.permission.Cast.OWNED_BY_T1;
import static dev.portcullis.permission.Cast.OWNED_BY_T2;
import static dev.portcullis.permission.Cast.UNOWNED;
import static dev.portcullis.permission.Cast.entity;
import static dev.portcullis.permission.Cast.may;
import static dev.portcullis.permission.Cast.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.permission.Role.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of Port's documentation on entity permissions, decided one action at a time. */
class PortExamplesTest {

  private static final PermissionDocument DEFAULTS = PermissionDocument.defaults();

  @Test
  void byDefaultEverybodyReads() {
    for (Subject subject : new Subject[] {ADMIN, MODERATOR, MODERATOR_OF_OTHER, MEMBER}) {
      assertThat(may(subject, "read", UNOWNED, DEFAULTS)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"register", "update", "unregister", "updateRelations.deployedAt"})
  void byDefaultAdminsAndTheBlueprintsModeratorsChange(String action) {
    assertThat(may(ADMIN, action, UNOWNED, DEFAULTS)).isTrue();
    assertThat(may(MODERATOR, action, UNOWNED, DEFAULTS)).isTrue();
    assertThat(may(MODERATOR_OF_OTHER, action, UNOWNED, DEFAULTS)).isFalse();
    assertThat(may(MEMBER, action, UNOWNED, DEFAULTS)).isFalse();
  }

  @Test
  void registeringGrantedToMembersReachesEveryModerator() {
    PermissionDocument document = PermissionDocument.defaults().roles("register", "Member");

    assertThat(may(MEMBER, "register", UNOWNED, document)).isTrue();
    assertThat(may(MODERATOR_OF_OTHER, "register", UNOWNED, document)).isTrue();
    assertThat(may(MEMBER, "update", UNOWNED, document)).isFalse();
  }

  @Test
  void oneUserMayChangeOneRelationAndThereforeRead() {
    Subject some = person("some-user", new Member());
    PermissionDocument document =
        PermissionDocument.empty().users("updateRelations.deployedAt", "some-user@myorg.com");

    assertThat(may(some, "updateRelations.deployedAt", UNOWNED, document)).isTrue();
    assertThat(may(some, "read", UNOWNED, document)).isTrue();
    assertThat(may(some, "updateRelations.other", UNOWNED, document)).isFalse();
    assertThat(may(some, "updateProperties.deployedAt", UNOWNED, document)).isFalse();
    assertThat(may(some, "update", UNOWNED, document)).isFalse();
    assertThat(may(MEMBER, "read", UNOWNED, document)).isFalse();
  }

  @Test
  void oneTeamMayChangeOneRelation() {
    Subject maintainer = person("maintainer", new Member(), "serviceMaintainers", "t9");
    PermissionDocument document =
        PermissionDocument.defaults().teams("updateRelations.deployedAt", "serviceMaintainers");

    assertThat(may(maintainer, "updateRelations.deployedAt", UNOWNED, document)).isTrue();
    assertThat(may(MEMBER, "updateRelations.deployedAt", UNOWNED, document)).isFalse();
    assertThat(may(maintainer, "update", UNOWNED, document)).isFalse();
  }

  @Test
  void aFieldReservedForAdminsStaysOpenToWhoeverMayUpdateEverything() {
    String field = "updateProperties.slackChannelUrl";
    PermissionDocument document = PermissionDocument.defaults().onlyRoles(field, "Admin");

    assertThat(may(ADMIN, field, UNOWNED, document)).isTrue();
    assertThat(may(MODERATOR, field, UNOWNED, document)).isTrue();
    assertThat(may(MEMBER, field, UNOWNED, document)).isFalse();
  }

  @Test
  void aFieldIsReservedForAdminsOnceUpdatingIsToo() {
    String field = "updateProperties.slackChannelUrl";
    PermissionDocument document =
        PermissionDocument.defaults().onlyRoles(field, "Admin").onlyRoles("update", "Admin");

    assertThat(may(MODERATOR, field, UNOWNED, document)).isFalse();
    assertThat(may(MODERATOR, "updateProperties.$title", UNOWNED, document)).isTrue();
    assertThat(may(ADMIN, field, UNOWNED, document)).isTrue();
  }

  @Test
  void aMemberGrantedOneFieldChangesThatFieldOnly() {
    PermissionDocument document =
        PermissionDocument.defaults().roles("updateProperties.slackChannelUrl", "Member");

    assertThat(may(MEMBER, "updateProperties.slackChannelUrl", UNOWNED, document)).isTrue();
    assertThat(may(MEMBER, "updateProperties.$title", UNOWNED, document)).isFalse();
    assertThat(may(MEMBER, "updateProperties.region", UNOWNED, document)).isFalse();
    assertThat(may(MEMBER, "updateRelations.slackChannelUrl", UNOWNED, document)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "updateProperties.$team", "updateRelations.deployedAt", "read"})
  void theOwningTeamUpdatesEveryFieldOfWhatItOwns(String action) {
    PermissionDocument document = PermissionDocument.empty().ownedByTeam("update");

    assertThat(may(MEMBER, action, OWNED_BY_T1, document)).isTrue();
    assertThat(may(MEMBER, action, OWNED_BY_T2, document)).isFalse();
    assertThat(may(MEMBER, action, UNOWNED, document)).isFalse();
    assertThat(may(MODERATOR, action, UNOWNED, document)).isFalse();
  }

  @Test
  void whoRegistersByOwnershipAssignsATeamOfTheirOwnAndNeedsTheRightToAssignIt() {
    PermissionDocument document = PermissionDocument.defaults().ownedByTeam("register");

    assertThat(may(MEMBER, "register", entity("new", "t1", "t2"), document)).isTrue();
    assertThat(may(MEMBER, "register", entity("new", "t2"), document)).isFalse();
    assertThat(may(MEMBER, "register", entity("new"), document)).isFalse();
    assertThat(may(MEMBER, "updateProperties.$team", entity("new", "t1"), document)).isFalse();

    document.roles("updateProperties.$team", "Member");
    assertThat(may(MEMBER, "updateProperties.$team", entity("new", "t1"), document)).isTrue();
  }

  @Test
  void whoMayUnregisterMayRead() {
    PermissionDocument document = PermissionDocument.empty().users("unregister", "MEM@MyOrg.com");

    assertThat(may(MEMBER, "unregister", UNOWNED, document)).isTrue();
    assertThat(may(MEMBER, "read", UNOWNED, document)).isTrue();
    assertThat(may(MEMBER, "update", UNOWNED, document)).isFalse();
  }
}
