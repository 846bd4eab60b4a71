package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.StatementCounting;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Okta pushes groups, by PATCH and by PUT, as its client really does. */
@OnBothDatabases
class OktaGroupsTest {

  private final PortcullisServer server;
  private final TestConnection connection;
  private final Okta okta;

  OktaGroupsTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.connection = ScimTenants.connection(database);
    this.okta = new Okta(connection.scim());
  }

  @Test
  void aPushOpensWithAnEmptyGroup() {
    Reply made = connection.scim().post("/scim/v2/Groups", Okta.recorded("group-create"));
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.at("/displayName")).isEqualTo("Test SCIMv2");
    assertThat(made.json().at("/members").isArray()).isTrue();
    assertThat(made.json().at("/members").size()).isZero();
    assertThat(made.header("Location")).isEqualTo(made.at("/meta/location"));
    assertThat(okta.findGroup("Test SCIMv2").at("/Resources/0/id")).isEqualTo(made.at("/id"));
  }

  @Test
  void aSecondGroupOfThatNameIsAConflict() {
    okta.pushedGroup();
    Reply second = connection.scim().post("/scim/v2/Groups", Okta.recorded("group-create"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.at("/scimType")).isEqualTo("uniqueness");
    assertThat(second.at("/detail")).contains("displayName");
  }

  @Test
  void aRenameCarriesTheIdAndKeepsTheMembers() {
    String user = okta.pushed("ada");
    String group = okta.pushedGroup();
    okta.patchGroup(group, Okta.recorded("group-members-with-name", "id", group, "joiner", user));
    Reply renamed = okta.patchGroup(group, Okta.recorded("group-rename", "id", group));
    assertThat(renamed.status()).isEqualTo(204);
    assertThat(renamed.text()).isEmpty();
    assertThat(okta.group(group).at("/displayName")).isEqualTo("Renamed SCIMv2");
    assertThat(okta.members(group)).containsExactly(user);
  }

  @Test
  void membersLeaveAndJoinInOnePatch() {
    String leaver = okta.pushed("leaver");
    String joiner = okta.pushed("joiner");
    String group = okta.pushedGroup();
    okta.patchGroup(group, Okta.recorded("group-members", "leaver", "nobody", "joiner", leaver));
    Reply patched =
        okta.patchGroup(group, Okta.recorded("group-members", "leaver", leaver, "joiner", joiner));
    assertThat(patched.status()).isEqualTo(204);
    Reply read = okta.group(group);
    assertThat(okta.members(group)).containsExactly(joiner);
    assertThat(read.at("/members/0/display")).isEqualTo("joiner@okta.local");
    assertThat(read.at("/members/0/type")).isEqualTo("User");
    assertThat(read.at("/members/0/$ref")).endsWith("/scim/v2/Users/" + joiner);
    Reply user = okta.user(joiner);
    assertThat(user.at("/groups/0/value")).isEqualTo(group);
    assertThat(user.at("/groups/0/display")).isEqualTo("Test SCIMv2");
  }

  @Test
  void aFullPushReplacesTheMembersByPatchAndByPut() {
    String first = okta.pushed("first");
    String second = okta.pushed("second");
    String third = okta.pushed("third");
    String group = okta.pushedGroup();
    okta.patchGroup(
        group, Okta.recorded("group-replace-members", "first", first, "second", second));
    assertThat(okta.members(group)).containsExactlyInAnyOrder(first, second);
    Reply put =
        okta.putGroup(
            group, Okta.recorded("group-put", "id", group, "first", first, "second", third));
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.json().at("/members").size()).isEqualTo(2);
    assertThat(okta.members(group)).containsExactlyInAnyOrder(first, third);
  }

  @Test
  void aPutWithoutMembersSaysNothingOfThem() {
    String user = okta.pushed("ada");
    String group = okta.pushedGroup();
    okta.patchGroup(group, Okta.recorded("group-replace-members", "first", user, "second", user));
    Reply put = okta.putGroup(group, Okta.recorded("group-put-without-members", "id", group));
    assertThat(put.at("/displayName")).isEqualTo("Renamed by PUT");
    assertThat(okta.members(group)).containsExactly(user);
  }

  @Test
  void whatIsReadCanBePutBackAndChangesNothing() {
    String user = okta.pushed("ada");
    String group = okta.pushedGroup();
    okta.patchGroup(
        group, Okta.recorded("group-replace-members", "first", user, "second", "00u-later"));
    Reply before = okta.group(group);
    Reply put = okta.putGroup(group, ((ObjectNode) before.json()).toString());
    assertThat(put.json()).isEqualTo(before.json());
  }

  @Test
  void anUnknownMemberIsParkedShownAndAttachedOnceTheUserComes() {
    String group = okta.pushedGroup();
    Reply patched =
        okta.patchGroup(
            group, Okta.recorded("group-members", "leaver", "00u-gone", "joiner", "00u-late"));
    assertThat(patched.status()).isEqualTo(204);
    Reply parked = okta.group(group);
    assertThat(parked.at("/members/0/value")).isEqualTo("00u-late");
    assertThat(parked.at("/members/0/display")).startsWith("parked");
    assertThat(parked.json().at("/members/0").has("$ref")).isFalse();
    String late = okta.pushed("late");
    assertThat(okta.members(group)).containsExactly(late);
  }

  @Test
  void aPatchIsAnsweredWithTheGroupWhereAttributesAreAskedFor() {
    String group = okta.pushedGroup();
    Reply patched =
        connection
            .scim()
            .patch(
                "/scim/v2/Groups/" + group + "?attributes=displayName",
                Okta.recorded("group-rename", "id", group));
    assertThat(patched.status()).isEqualTo(200);
    assertThat(patched.json().propertyNames())
        .containsExactlyInAnyOrder("schemas", "id", "displayName");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 10_000})
  void aMembersPatchCostsTheSameHoweverLargeTheGroupIs(int size) {
    String group = okta.pushedGroup();
    String joiner = okta.pushed("joiner");
    String everybody =
        IntStream.range(0, size)
            .mapToObj(i -> "{\"value\":\"00u-" + i + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    Reply filled =
        okta.patchGroup(
            group,
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","path":"members","value":%s}]}\
            """
                .formatted(everybody));
    assertThat(filled.status()).isEqualTo(204);
    try (StatementCounting.Count count = server.countStatements()) {
      Reply patched =
          okta.patchGroup(
              group, Okta.recorded("group-members", "leaver", "00u-1", "joiner", joiner));
      assertThat(patched.status()).isEqualTo(204);
      assertThat(count.statements()).hasSizeLessThanOrEqualTo(8);
    }
    assertThat(okta.members(group)).hasSize(size).contains(joiner).doesNotContain("00u-1");
  }

  @Test
  void excludedMembersAreNotRead() {
    String group = okta.pushedGroup();
    try (StatementCounting.Count count = server.countStatements()) {
      Reply read =
          connection.scim().get("/scim/v2/Groups/" + group + "?excludedAttributes=members");
      assertThat(read.json().has("members")).isFalse();
      assertThat(count.statements()).noneMatch(sql -> sql.contains("scim_words"));
    }
  }

  @Test
  void anUnlinkedGroupIsDeleted() {
    String group = okta.pushedGroup();
    assertThat(connection.scim().delete("/scim/v2/Groups/" + group).status()).isEqualTo(204);
    assertThat(connection.scim().delete("/scim/v2/Groups/" + group).status()).isEqualTo(404);
    assertThat(okta.group(group).status()).isEqualTo(404);
    assertThat(okta.pushedGroup()).isNotEqualTo(group);
  }

  @Test
  void groupsAreListedWithTheirMembers() {
    String user = okta.pushed("ada");
    String group = okta.pushedGroup();
    okta.patchGroup(group, Okta.recorded("group-replace-members", "first", user, "second", user));
    Reply list = connection.scim().get("/scim/v2/Groups?startIndex=1&count=100");
    assertThat(list.json().at("/totalResults").intValue()).isEqualTo(1);
    assertThat(list.at("/Resources/0/members/0/value")).isEqualTo(user);
    assertThat(List.of(list.header("Content-Type"))).containsExactly("application/scim+json");
  }
}
