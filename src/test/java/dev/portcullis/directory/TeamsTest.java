package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.connection.Dialect;
import dev.portcullis.connection.Provisioning;
import dev.portcullis.directory.GroupChange.AddMembers;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Teams that Admins make by hand, beside those that identity providers bring. */
@OnBothDatabases
class TeamsTest {

  private final TestDatabase database;
  private final DirectoryWorld world;
  private final Teams teams;
  private User ann;
  private User ben;

  TeamsTest(TestDatabase database) {
    this.database = database;
    world = DirectoryWorld.on(database, Dialect.OKTA, Provisioning.SCIM_AND_SIGN_IN);
    teams = world.server.bean(Teams.class);
  }

  @BeforeEach
  void people() {
    ann = world.pushed("ann");
    ben = world.pushed("ben");
  }

  private TeamOutcome make(String name, String... users) {
    return teams.create(
        world.caller, new TeamDraft(Optional.empty(), name, Optional.empty(), List.of(users)));
  }

  private TeamAccount made(String name, String... users) {
    return ((TeamOutcome.Created) make(name, users)).team();
  }

  private TeamOutcome edit(String name, TeamEdit edit) {
    return teams.edit(world.caller, new TeamReference.Named(name), edit);
  }

  private static TeamEdit rename(String name) {
    return new TeamEdit(Optional.of(name), Optional.empty(), Optional.empty(), false);
  }

  private static TeamEdit users(String... users) {
    return new TeamEdit(Optional.empty(), Optional.empty(), Optional.of(List.of(users)), false);
  }

  private static TeamEdit describe(String text) {
    return new TeamEdit(Optional.empty(), Optional.of(Optional.of(text)), Optional.empty(), false);
  }

  private UserTeamsOutcome set(User user, String... names) {
    return teams.setTeams(world.caller, user.id(), List.of(names));
  }

  private long audited() {
    return world
        .server
        .bean(JdbcClient.class)
        .sql("select count(*) from audit_entries where organization_id = ?")
        .param(world.caller.organizationId())
        .query(Long.class)
        .single();
  }

  @Test
  void whoIsPutIntoATeamBelongsByHand() {
    TeamAccount team = made("Platform", "ann@acme.test");

    Belonging belonging = world.memberships.of(ann.organizationId(), ann.id()).getFirst();
    assertThat(belonging.identifier()).isEqualTo("Platform");
    assertThat(belonging.groupId()).isEqualTo(team.team().groupId());
    assertThat(belonging.connectionId()).isEmpty();
    assertThat(belonging.evidence())
        .singleElement()
        .isInstanceOfSatisfying(
            Evidence.ByHand.class,
            byHand -> {
              assertThat(byHand.by()).isEqualTo("admin");
              assertThat(byHand.traceId()).isEqualTo(DirectoryWorld.TRACE);
            });
    assertThat(world.belongings(ben.id())).isEmpty();
  }

  @Test
  void aTeamIsRenamedDescribedAndGivenOtherMembers() {
    made("Platform", "ann@acme.test");

    edit("Platform", rename("Core"));
    edit("Core", describe("those who keep it up"));
    edit("Core", users("BEN@acme.test"));

    TeamAccount now =
        teams.find(ann.organizationId(), new TeamReference.Named("Core")).orElseThrow();
    assertThat(now.team().identifier()).isEqualTo("Platform");
    assertThat(now.description()).contains("those who keep it up");
    assertThat(world.belongings(ann.id())).isEmpty();
    assertThat(world.belongings(ben.id())).containsExactly("Core");
    assertThat(teams.find(ann.organizationId(), new TeamReference.Named("Platform"))).isEmpty();
  }

  @Test
  void whoeverPutsAWholeTeamWithoutUsersEmptiesIt() {
    made("Platform", "ann@acme.test");

    edit(
        "Platform",
        new TeamEdit(Optional.of("Platform"), Optional.empty(), Optional.empty(), true));

    assertThat(world.belongings(ann.id())).isEmpty();
  }

  @Test
  void nothingChangesWhereNothingIsOtherwise() {
    TeamAccount before = made("Platform", "ann@acme.test");
    long audited = audited();

    TeamOutcome outcome =
        edit(
            "Platform",
            new TeamEdit(
                Optional.of("Platform"),
                Optional.of(Optional.empty()),
                Optional.of(List.of("ann@acme.test")),
                true));
    set(ann, "Platform");

    assertThat(outcome).isEqualTo(new TeamOutcome.Changed(before));
    assertThat(audited()).isEqualTo(audited);
  }

  @Test
  void whatCannotBeIsToldAllAtOnceAndNothingIsMade() {
    TeamOutcome outcome =
        teams.create(
            world.caller,
            new TeamDraft(
                Optional.of("_mine"),
                " x",
                Optional.of("d".repeat(1_001)),
                List.of("ann@acme.test", "nobody@acme.test", "none@acme.test")));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            TeamOutcome.Rejected.class,
            rejected ->
                assertThat(rejected.problems())
                    .extracting(TeamProblem::field)
                    .containsExactly("identifier", "name", "description", "users"));
    assertThat(outcome.toString()).contains("nobody@acme.test", "none@acme.test");
    assertThat(teams.all(ann.organizationId())).isEmpty();
  }

  @Test
  void namesAreUniqueAndIdentifiersAreNeverGivenAgain() {
    made("Platform");
    assertThat(make("Platform")).isEqualTo(new TeamOutcome.NameTaken("Platform"));
    made("Core");
    assertThat(edit("Core", rename("Platform"))).isEqualTo(new TeamOutcome.NameTaken("Platform"));

    teams.delete(world.caller, new TeamReference.Named("Platform"));
    assertThat(made("Platform").team().identifier()).isEqualTo("platform");
    assertThat(
            teams.create(
                world.caller,
                new TeamDraft(Optional.of("Platform"), "Another", Optional.empty(), List.of())))
        .isEqualTo(new TeamOutcome.IdentifierTaken("Platform"));
  }

  @Test
  void aDeletedTeamHasNobody() {
    made("Platform", "ann@acme.test");

    assertThat(teams.delete(world.caller, new TeamReference.Named("Platform")))
        .isEqualTo(new TeamOutcome.Deleted());

    assertThat(world.belongings(ann.id())).isEmpty();
    assertThat(teams.delete(world.caller, new TeamReference.Named("Platform")))
        .isEqualTo(new TeamOutcome.NotFound());
  }

  @Test
  void whatAProviderSaysIsNotEditedByHand() {
    Group pushed = world.pushedGroup("payments", "00u-ann");

    assertThat(edit("payments", rename("other")))
        .isEqualTo(new TeamOutcome.OwnedByProvider("okta", List.of("name")));
    assertThat(edit("payments", users("ben@acme.test")))
        .isEqualTo(new TeamOutcome.OwnedByProvider("okta", List.of("users")));
    assertThat(edit("payments", users("ann@acme.test"))).isInstanceOf(TeamOutcome.Changed.class);
    assertThat(
            edit(
                "payments",
                new TeamEdit(
                    Optional.of("payments"),
                    Optional.of(Optional.of("who pays")),
                    Optional.empty(),
                    true)))
        .isInstanceOf(TeamOutcome.Changed.class);

    assertThat(world.belongings(ann.id())).containsExactly("payments");
    assertThat(world.directory.group(world.connection, pushed.id()).orElseThrow().version())
        .isEqualTo(pushed.version());
  }

  @Test
  void aProvidersTeamMayBeDeletedAndComesBackAsAnother() {
    world.pushedGroup("payments", "00u-ann");

    assertThat(teams.delete(world.caller, new TeamReference.Named("payments")))
        .isEqualTo(new TeamOutcome.Deleted());
    assertThat(world.belongings(ann.id())).isEmpty();

    world.pushedGroup("payments", "00u-ann");
    assertThat(world.belongings(ann.id())).containsExactly("payments");
    assertThat(teams.find(ann.organizationId(), new TeamReference.Identified("payments")))
        .isEmpty();
  }

  @Test
  void noConnectionSeesOrTouchesATeamMadeByHand() {
    TeamAccount team = made("payments", "ann@acme.test");
    UUID id = team.team().groupId();

    assertThat(world.directory.group(world.connection, id)).isEmpty();
    assertThat(
            world.directory.changeGroup(
                world.caller,
                world.connection,
                id,
                Precondition.NONE,
                List.of(new AddMembers(List.of("00u-ben")))))
        .isEqualTo(new GroupOutcome.NotFound());
    assertThat(world.directory.deleteGroup(world.caller, world.connection, id, Precondition.NONE))
        .isEqualTo(new GroupOutcome.NotFound());
    assertThat(world.belongings(ben.id())).isEmpty();
  }

  @Test
  void aClaimOrAPushOfTheSameNameMeansTheConnectionsOwnGroup() {
    made("payments", "ann@acme.test");

    world.signIn(
        "00u-ben",
        DirectoryWorld.secondsFromNow(0),
        new ClaimedGroups.Complete(List.of("payments")));

    assertThat(world.memberships.of(ben.organizationId(), ben.id()))
        .extracting(Belonging::shownName)
        .containsExactly("payments (okta)");
    assertThat(teams.all(ann.organizationId()))
        .extracting(account -> account.team().shownName())
        .containsExactly("payments", "payments (okta)");
    assertThat(world.pushedGroup("payments").shownName()).isEqualTo("payments (okta)");
  }

  @Test
  void oneUsersTeamsAreReplacedAndProvidersTeamsStay() {
    made("One", "ann@acme.test");
    made("Two", "ben@acme.test");
    made("Three");
    world.pushedGroup("payments", "00u-ann");
    world.pushedGroup("others", "00u-ben");

    assertThat(set(ann, "Two", "Three", "payments"))
        .isEqualTo(new UserTeamsOutcome.Stored(List.of("Two", "Three"), List.of("One")));
    assertThat(world.belongings(ann.id())).isEqualTo(Set.of("Two", "Three", "payments"));

    assertThat(set(ann, "One", "nowhere", "others"))
        .isEqualTo(new UserTeamsOutcome.Refused(List.of("nowhere"), List.of("others")));
    assertThat(set(ann)).isInstanceOf(UserTeamsOutcome.Stored.class);
    assertThat(world.belongings(ann.id())).isEqualTo(Set.of("payments"));
    assertThat(world.belongings(ben.id())).isEqualTo(Set.of("Two", "others"));
    assertThat(teams.setTeams(world.caller, UUID.randomUUID(), List.of()))
        .isEqualTo(new UserTeamsOutcome.UserNotFound());
  }

  @Test
  void anotherOrganizationsTeamsAndPeopleAreAsAbsent() {
    made("Platform", "ann@acme.test");
    DirectoryWorld other = DirectoryWorld.on(database);

    assertThat(teams.all(other.caller.organizationId())).isEmpty();
    assertThat(teams.delete(other.caller, new TeamReference.Named("Platform")))
        .isEqualTo(new TeamOutcome.NotFound());
    assertThat(teams.setTeams(other.caller, ann.id(), List.of()))
        .isEqualTo(new UserTeamsOutcome.UserNotFound());
    assertThat(
            teams.create(
                other.caller,
                new TeamDraft(
                    Optional.empty(), "Platform", Optional.empty(), List.of("ann@acme.test"))))
        .isInstanceOf(TeamOutcome.Rejected.class);
  }

  @Test
  void aPersonWhoBecomesAnotherOrIsDeletedLeavesTheTeamsMadeByHand() {
    made("Platform", "ann@acme.test", "ben@acme.test");

    world.edit(ann, current -> DirectoryWorld.profile(current.userName(), "00u-somebody-else"));
    world.directory.deleteUser(world.caller, world.connection, ben.id(), Precondition.NONE);

    assertThat(world.belongings(ann.id())).isEmpty();
    assertThat(teams.sizes(ann.organizationId(), groupIds())).isEmpty();
  }

  private List<UUID> groupIds() {
    return teams.all(ann.organizationId()).stream()
        .map(account -> account.team().groupId())
        .toList();
  }
}
