package dev.portcullis.directory;

import static dev.portcullis.directory.DirectoryWorld.secondsFromNow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.connection.Connections;
import dev.portcullis.directory.GroupChange.AddMembers;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an Admin says of people: who is awaited, who came over, whom an e-mail means. */
@OnBothDatabases
class PeopleTest {

  private final DirectoryWorld world;
  private final People people;

  PeopleTest(TestDatabase database) {
    this.world = DirectoryWorld.on(database);
    this.people = world.server.bean(People.class);
  }

  private InvitationOutcome invite(String email, String role, Optional<String> connection) {
    return people.invite(world.caller, new Invitation(email, HandRole.of(role), connection, true));
  }

  private User invited(String email) {
    InvitationOutcome outcome = invite(email, "Admin", Optional.empty());
    return ((InvitationOutcome.Invited) outcome).user();
  }

  private SyncOutcome signsIn(
      DirectoryWorld through, String subject, String email, boolean verified) {
    return through.directory.signIn(
        through.caller,
        through.connection,
        new SignInStatement(
            subject,
            Optional.empty(),
            Optional.of(email),
            verified,
            Optional.empty(),
            Optional.empty(),
            secondsFromNow(0),
            new ClaimedGroups.Complete(List.of("eng"))));
  }

  private static User userOf(SyncOutcome outcome) {
    return ((SyncOutcome.Synchronised) outcome).user();
  }

  private Optional<UUID> meant(String email) {
    return world.memberships.subject(world.caller.organizationId(), email)
            instanceof SubjectOutcome.Found(User user, _)
        ? Optional.of(user.id())
        : Optional.empty();
  }

  private User found(UUID id) {
    return ((SubjectOutcome.Found)
            world.memberships.subject(world.caller.organizationId(), id.toString()))
        .user();
  }

  @Test
  void anInvitedPersonBecomesTheUserOfTheFirstSignInWithThatVerifiedEmail() {
    User ann = invited("Ann@acme.test");
    assertThat(ann.status()).isEqualTo(UserStatus.INVITED);
    assertThat(meant("ann@acme.test")).contains(ann.id());
    assertThat(userOf(signsIn(world, "00u-x", "ann@acme.test", false)).id())
        .as("an e-mail that nobody vouches for")
        .isNotEqualTo(ann.id());

    SyncOutcome.Synchronised signIn =
        (SyncOutcome.Synchronised) signsIn(world, "00u-ann", "ANN@acme.test", true);

    assertThat(signIn.user().id()).isEqualTo(ann.id());
    assertThat(signIn.created()).isFalse();
    assertThat(signIn.user().status()).isEqualTo(UserStatus.ACTIVE);
    assertThat(signIn.user().roleByHand()).isEqualTo("Admin");
    assertThat(world.belongings(ann.id())).containsExactly("eng");
    assertThat(userOf(signsIn(world, "00u-ann", "ann@acme.test", true)).id()).isEqualTo(ann.id());
  }

  @Test
  void orOfScimsPushWithThatEmailWithWhatWasParkedForThem() {
    User ann = invited("ann@acme.test");
    Group eng = world.pushedGroup("eng");
    world.say(eng, new AddMembers(List.of("00u-ann")));
    User pushed = world.pushed("ann");
    assertThat(pushed.id()).isEqualTo(ann.id());
    assertThat(pushed.managedByScim()).isTrue();
    assertThat(pushed.roleByHand()).isEqualTo("Admin");
    assertThat(world.belongings(ann.id())).containsExactly("eng");
    assertThat(world.users(9).total()).isEqualTo(1);
  }

  @Test
  void anInvitationIsForTheOnlyConnectionOrForTheOneThatItNames() {
    DirectoryWorld other = world.neighbour();
    User ann = invited("ann@acme.test");
    assertThat(userOf(signsIn(world, "00u-1", "ann@acme.test", true)).id())
        .as("of two connections neither is named")
        .isNotEqualTo(ann.id());
    invite("ann@acme.test", "Member", Optional.of(other.connection.name()));
    assertThat(userOf(signsIn(world, "00u-2", "ann@acme.test", true)).id())
        .as("the other one is named")
        .isNotEqualTo(ann.id());
    assertThat(userOf(signsIn(other, "00u-3", "ann@acme.test", true)).id()).isEqualTo(ann.id());
    assertThat(found(ann.id()).roleByHand()).isEqualTo("Member");
  }

  @Test
  void whoHasComeAlreadyIsNotInvited() {
    world.pushed("ann");
    assertThat(invite("ANN@acme.test", "Admin", Optional.empty()))
        .isInstanceOf(InvitationOutcome.AlreadyKnown.class);
    assertThat(invite("ben@acme.test", "Admin", Optional.of("none")))
        .isEqualTo(new InvitationOutcome.ConnectionNotFound("none"));
  }

  @Test
  void anInvitationOutweighsWhatAPushBrings() {
    DirectoryWorld other = world.neighbour();
    User ann = invited("ann@acme.test");
    other.pushed("ann");
    assertThat(meant("ann@acme.test")).contains(ann.id());
  }

  @Test
  void aPersonWhoIsMovedLeavesTeamsBehindAndKeepsIdRoleAndHandle() {
    DirectoryWorld other = world.neighbour();
    User ann = world.pushed("ann");
    world.pushedGroup("eng", ann.id().toString());
    world.signIn("00u-ann", secondsFromNow(-9), new ClaimedGroups.Complete(List.of("ops")));

    MoveOutcome outcome =
        people.move(world.caller, ann.id(), other.connection.name(), "00u-elsewhere");

    User moved = ((MoveOutcome.Moved) outcome).user();
    assertThat(moved.id()).isEqualTo(ann.id());
    assertThat(moved.credentialEpoch()).isGreaterThan(ann.credentialEpoch());
    assertThat(world.belongings(ann.id())).isEmpty();
    assertThat(meant("ann@acme.test")).contains(ann.id());
    assertThat(world.directory.user(world.connection, ann.id())).isEmpty();
    assertThat(userOf(signsIn(other, "00u-elsewhere", "ann@acme.test", true)).id())
        .isEqualTo(ann.id());
    assertThat(world.signIn("00u-ann", secondsFromNow(0), new ClaimedGroups.Held()))
        .as("whoever comes through the old connection is not that person")
        .isEqualTo(new SyncOutcome.Deactivated(Optional.empty()));
    User pushedAnew = world.pushed("ann");
    assertThat(pushedAnew.id()).isNotEqualTo(ann.id());
    assertThat(meant("ann@acme.test")).as("an Admin's move outweighs").contains(ann.id());
  }

  @Test
  void aMoveTakesThePlaceOfTheUserThatASignInMade() {
    DirectoryWorld other = world.neighbour();
    User ann = world.pushed("ann");
    User made = userOf(signsIn(other, "00u-elsewhere", "ann@elsewhere.test", true));
    people.move(world.caller, ann.id(), other.connection.name(), "00u-elsewhere");
    assertThat(world.belongings(ann.id()))
        .as("the claim of the same person")
        .containsExactly("eng");
    assertThat(other.directory.user(other.connection, made.id())).isEmpty();
    assertThat(meant("ann@elsewhere.test")).as("left behind").isEmpty();
  }

  @Test
  void aMoveOntoSomebodyWhomScimManagesIsRefused() {
    DirectoryWorld other = world.neighbour();
    User ann = world.pushed("ann");
    other.push("other", "00u-taken");
    assertThat(people.move(world.caller, ann.id(), other.connection.name(), "00u-taken"))
        .isEqualTo(new MoveOutcome.Taken());
    assertThat(people.move(world.caller, ann.id(), "none", "00u-x"))
        .isEqualTo(new MoveOutcome.ConnectionNotFound("none"));
    assertThat(people.move(world.caller, UUID.randomUUID(), other.connection.name(), "00u-x"))
        .isEqualTo(new MoveOutcome.UserNotFound());
    assertThat(people.move(world.caller, ann.id(), world.connection.name(), "00u-x"))
        .isInstanceOf(MoveOutcome.Rejected.class);
  }

  @Test
  void aHandleThatWasLeftBehindPassesToNobodyUntilAnAdminMovesIt() {
    User ann = world.pushed("ann");
    world.directory.deleteUser(world.caller, world.connection, ann.id(), Precondition.NONE);
    User again = world.pushed("ann");
    assertThat(meant("ann@acme.test")).isEmpty();
    people.giveHandle(world.caller, again.id(), "ann@acme.test");
    assertThat(meant("ann@acme.test")).contains(again.id());
    assertThat(alerts()).isPositive();
  }

  private long alerts() {
    return world
        .server
        .bean(JdbcClient.class)
        .sql(
            "select count(*) from audit_entries where organization_id = ?"
                + " and resource_type = 'handle'")
        .param(world.caller.organizationId())
        .query(Long.class)
        .single();
  }

  @Test
  void aStrongerSourceTakesAHandleWithAnAlertAndAnEqualOneDoesNot() {
    DirectoryWorld other = world.neighbour();
    User first = userOf(signsIn(world, "00u-1", "ann@acme.test", true));
    userOf(signsIn(world, "00u-2", "ann@acme.test", true));
    assertThat(meant("ann@acme.test")).contains(first.id());
    assertThat(alerts()).isZero();
    User pushed = other.pushed("ann");
    assertThat(meant("ann@acme.test")).contains(pushed.id());
    assertThat(alerts()).isEqualTo(1);
    other.directory.deleteUser(other.caller, other.connection, pushed.id(), Precondition.NONE);
    signsIn(world, "00u-1", "ann@acme.test", true);
    assertThat(world.memberships.handle(world.caller.organizationId(), first.id()))
        .as("lost, and left behind by the other")
        .isEmpty();
  }

  @Test
  void anEmailThatIsVerifiedLaterBringsItsHandleThen() {
    User ann = userOf(signsIn(world, "00u-1", "ann@acme.test", false));
    assertThat(world.memberships.handle(world.caller.organizationId(), ann.id())).isEmpty();
    signsIn(world, "00u-1", "ann@acme.test", true);
    assertThat(meant("ann@acme.test")).contains(ann.id());
    signsIn(world, "00u-1", "other@acme.test", false);
    assertThat(world.memberships.handle(world.caller.organizationId(), ann.id()))
        .as("left behind, and the new one is not vouched for")
        .isEmpty();
  }

  @Test
  void aConnectionThatIsMadeAgainFindsTheHandlesOfItsPeople() {
    User ann = world.pushed("ann");
    User ben = world.pushed("ben");
    world.server.bean(Connections.class).delete(world.caller, world.connection.name());
    DirectoryWorld again = world.neighbour();
    User annAgain = again.pushed("ann");
    UserOutcome stranger = again.push("ben", "00u-stranger");
    assertThat(annAgain.id()).isNotEqualTo(ann.id());
    assertThat(meant("ann@acme.test")).contains(annAgain.id());
    assertThat(meant("ben@acme.test"))
        .as("of another external id, so perhaps of another person")
        .contains(ben.id());
    assertThat(((UserOutcome.Created) stranger).user().id()).isNotEqualTo(ben.id());
  }

  private UserOutcome changeId(User user, Optional<String> externalId) {
    return world.edit(
        user,
        current ->
            new UserProfile(
                current.userName(), externalId, current.active(), current.attributes()));
  }

  @Test
  void whoeverBoreAnExternalIdBeforeIsGoneAndComesBackByAPushAlone() {
    User ann = world.pushed("ann");
    world.setActive(ann, false);
    changeId(ann, Optional.of("00u-next"));
    assertThat(world.signIn("00u-ann", secondsFromNow(0), new ClaimedGroups.Held()))
        .isEqualTo(new SyncOutcome.Deactivated(Optional.empty()));
    world.push("ann-again", "00u-ann");
    assertThat(world.signIn("00u-ann", secondsFromNow(1), new ClaimedGroups.Held()))
        .isInstanceOf(SyncOutcome.Synchronised.class);
  }

  @Test
  void goingByWayOfNoExternalIdDoesNotPassRightsToAnotherPerson() {
    User ann = world.pushed("ann");
    world.pushedGroup("eng", ann.id().toString());
    changeId(ann, Optional.empty());
    changeId(ann, Optional.of("00u-ann"));
    assertThat(world.belongings(ann.id())).as("the same person").containsExactly("eng");
    changeId(ann, Optional.empty());
    changeId(ann, Optional.of("00u-mallory"));
    assertThat(world.belongings(ann.id())).isEmpty();
  }

  @Test
  void aClaimOfTheNextPersonCountsWheneverItComes() {
    Instant before = secondsFromNow(-9);
    User ann = world.pushed("ann");
    changeId(ann, Optional.of("00u-next"));
    world.signIn("00u-next", before, new ClaimedGroups.Complete(List.of("ops")));
    assertThat(world.belongings(ann.id())).containsExactly("ops");
  }

  @Test
  void whoIsNamedAndUnnamedInOneRequestIsSpokenOf() {
    world.signIn("00u-ann", secondsFromNow(-9), new ClaimedGroups.Complete(List.of("eng")));
    UUID ann = meant("00u-ann@acme.test").orElseThrow();
    Group eng = world.pushedGroup("eng");
    world.say(eng, new AddMembers(List.of("00u-ann")), new GroupChange.ReplaceMembers(List.of()));
    assertThat(world.belongings(ann)).isEmpty();
  }

  @Test
  void anInvitationOfWhatCannotBeAnAddressIsRefused() {
    assertThat(invite(" ", "Member", Optional.empty()))
        .isInstanceOf(InvitationOutcome.Rejected.class);
    assertThat(people.giveHandle(world.caller, world.pushed("ann").id(), "a\u0000b"))
        .isInstanceOf(MoveOutcome.Rejected.class);
  }

  @Test
  void anEmailThatScimTakesAwayIsLeftBehindAndAnAdminsHandleStays() {
    User ann = world.pushed("ann");
    people.giveHandle(world.caller, ann.id(), "boss@acme.test");
    assertThat(meant("ann@acme.test")).isEmpty();
    world.edit(
        ann,
        current ->
            new UserProfile(
                current.userName(),
                current.externalId(),
                current.active(),
                new AttributeValues(
                    Map.of(
                        "emails", List.of(Map.of("value", "ann2@acme.test", "primary", true))))));
    assertThat(meant("boss@acme.test")).contains(ann.id());
    assertThat(meant("ann2@acme.test")).isEmpty();
  }
}
