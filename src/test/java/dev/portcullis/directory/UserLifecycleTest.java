package dev.portcullis.directory;

import static dev.portcullis.directory.DirectoryWorld.secondsFromNow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.connection.Dialect;
import dev.portcullis.connection.Provisioning;
import dev.portcullis.directory.GroupChange.AddMembers;
import dev.portcullis.directory.GroupChange.RemoveMembers;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** People come by a push or by a sign-in, are taken for one, leave, and come back. */
@OnBothDatabases
class UserLifecycleTest {

  private final TestDatabase database;
  private final DirectoryWorld world;

  UserLifecycleTest(TestDatabase database) {
    this.database = database;
    this.world = DirectoryWorld.on(database);
  }

  private User found(UUID id) {
    return world.directory.user(world.connection, id).orElseThrow();
  }

  @Test
  void aUserNameIsOnePersonsWithoutRegardToCase() {
    world.pushed("Anna");
    assertThat(world.push("aNNA", "00u-other")).isEqualTo(new UserOutcome.Conflict("userName"));
  }

  @Test
  void anExternalIdIsOnePersons() {
    world.pushed("anna");
    assertThat(world.push("other", "00u-anna")).isEqualTo(new UserOutcome.Conflict("externalId"));
  }

  @Test
  void aSignInsUserIsAdoptedByThePushOfTheSameExternalId() {
    UUID id = world.signsInWith("00u-anna", "eng").user().id();
    User pushed = world.pushed("anna");
    assertThat(pushed.id()).isEqualTo(id);
    assertThat(pushed.managedByScim()).isTrue();
    assertThat(world.belongings(id)).containsExactly("eng");
  }

  @Test
  void aSignInsUserGivesUpAUserNameThatScimAssignsToSomebodyElse() {
    User first = world.signsInWith("00u-first").user();
    assertThat(first.userName()).isEqualTo("00u-first@acme.test");
    world.push("00u-first@acme.test", "00u-second");
    assertThat(found(first.id()).userName()).isEqualTo("00u-first");
  }

  @Test
  void deactivationEndsCredentialsAndRefusesSignIns() {
    User anna = world.pushed("anna");
    world.setActive(anna, false);
    assertThat(found(anna.id()).status()).isEqualTo(UserStatus.DISABLED);
    assertThat(found(anna.id()).credentialEpoch()).isGreaterThan(anna.credentialEpoch());
    assertThat(world.signIn("00u-anna", secondsFromNow(0), new ClaimedGroups.Held()))
        .isInstanceOf(SyncOutcome.Deactivated.class);
  }

  @Test
  void reactivationKeepsMemberships() {
    User anna = world.pushed("anna");
    world.pushedGroup("eng", anna.id().toString());
    world.setActive(anna, false);
    world.setActive(anna, true);
    assertThat(world.belongings(anna.id())).containsExactly("eng");
  }

  @Test
  void aRefusedPersonsClaimIsStillEvidence() {
    User anna = world.pushed("anna");
    world.setActive(anna, false);
    world.signIn("00u-anna", secondsFromNow(0), new ClaimedGroups.Complete(List.of("eng")));
    world.setActive(anna, true);
    assertThat(world.belongings(anna.id())).containsExactly("eng");
  }

  @Test
  void oktasPushOfALeaverRestoresTheSameIdWithoutWhatWasSaidBefore() {
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng", anna.id().toString());
    world.signIn("00u-anna", secondsFromNow(-5), new ClaimedGroups.Complete(List.of("ops")));
    world.setActive(anna, false);

    UserOutcome outcome = world.push("anna", "00u-anna");

    User restored = ((UserOutcome.Created) outcome).user();
    assertThat(restored.id()).isEqualTo(anna.id());
    assertThat(restored.active()).isTrue();
    assertThat(world.belongings(anna.id())).isEmpty();
    assertThat(world.scimMembers(eng)).isEmpty();
    world.signIn("00u-anna", secondsFromNow(-3), new ClaimedGroups.Complete(List.of("ops")));
    assertThat(world.belongings(anna.id())).as("a claim from before the return").isEmpty();
  }

  @Test
  void theOtherDialectsAnswerAConflictToThePushOfALeaver() {
    DirectoryWorld rfc = DirectoryWorld.on(database, Dialect.RFC, Provisioning.SCIM_AND_SIGN_IN);
    rfc.setActive(rfc.pushed("anna"), false);
    assertThat(rfc.push("anna", "00u-anna")).isEqualTo(new UserOutcome.Conflict("externalId"));
  }

  @Test
  void aDeletedPersonComesBackOnlyByAPushAndAsANewUser() {
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng", anna.id().toString());
    world.directory.deleteUser(world.caller, world.connection, anna.id(), Precondition.NONE);
    assertThat(world.directory.user(world.connection, anna.id())).isEmpty();
    assertThat(world.scimMembers(eng)).isEmpty();
    assertThat(world.signIn("00u-anna", secondsFromNow(0), new ClaimedGroups.Held()))
        .isEqualTo(new SyncOutcome.Deactivated(Optional.empty()));

    User again = world.pushed("anna");
    assertThat(again.id()).isNotEqualTo(anna.id());
    assertThat(world.belongings(again.id())).isEmpty();
  }

  @Test
  void anotherExternalIdMeansAnotherPerson() {
    User anna = world.pushed("anna");
    world.pushedGroup("eng", anna.id().toString());
    world.signIn("00u-anna", secondsFromNow(-5), new ClaimedGroups.Complete(List.of("ops")));

    world.edit(
        anna,
        current ->
            new UserProfile(
                current.userName(),
                Optional.of("00u-next"),
                current.active(),
                current.attributes()));

    User next = found(anna.id());
    assertThat(next.credentialEpoch()).isGreaterThan(anna.credentialEpoch());
    assertThat(world.belongings(anna.id())).isEmpty();
  }

  @Test
  void anEditThatChangesNothingCountsNoVersion() {
    User anna = world.pushed("anna");
    UserOutcome outcome = world.edit(anna, current -> current);
    assertThat(outcome).isEqualTo(new UserOutcome.Stored(found(anna.id()), false));
    assertThat(found(anna.id()).version()).isEqualTo(anna.version());
  }

  @Test
  void aPushedMemberWhoIsNotThereYetIsParkedAndAttachedWhenTheyCome() {
    Group eng = world.pushedGroup("eng");
    world.say(eng, new AddMembers(List.of("00u-anna", "00u-ben")));
    world.say(eng, new RemoveMembers(List.of("00u-ben")));
    assertThat(world.scimMembers(eng)).containsExactly("00u-anna");
    assertThat(world.users(9).total()).isZero();

    User anna = world.pushed("anna");
    assertThat(world.belongings(anna.id())).containsExactly("eng");
    User ben = world.signsInWith("00u-ben").user();
    assertThat(world.belongings(ben.id())).isEmpty();
  }

  @Test
  void aParkedValueIsAttachedToWhomALaterEditGivesThatExternalId() {
    Group eng = world.pushedGroup("eng");
    world.say(eng, new AddMembers(List.of("00u-late")));
    UserOutcome.Created made =
        (UserOutcome.Created)
            world.directory.createUser(
                world.caller,
                world.connection,
                new UserProfile(
                    "anna",
                    Optional.empty(),
                    Optional.of(true),
                    DirectoryWorld.profile("anna", "x").attributes()));
    world.edit(
        made.user(),
        current ->
            new UserProfile(
                current.userName(),
                Optional.of("00u-late"),
                current.active(),
                current.attributes()));
    assertThat(world.belongings(made.user().id())).containsExactly("eng");
    assertThat(world.scimMembers(eng)).containsExactly(made.user().id().toString());
  }

  @Test
  void theInteropDialectRefusesUnknownMembersAndChangesNothing() {
    DirectoryWorld interop =
        DirectoryWorld.on(database, Dialect.INTEROP, Provisioning.SCIM_AND_SIGN_IN);
    User anna = interop.pushed("anna");
    Group eng = interop.pushedGroup("eng");
    GroupOutcome outcome =
        interop.say(eng, new AddMembers(List.of(anna.id().toString(), "00u-nobody")));
    assertThat(outcome).isEqualTo(new GroupOutcome.UnknownMembers(List.of("00u-nobody")));
    assertThat(interop.scimMembers(eng)).isEmpty();
  }

  @Test
  void anUnknownPersonsSignInIsRefusedWhereOnlyScimMakesPeople() {
    DirectoryWorld scim = DirectoryWorld.on(database, Dialect.OKTA, Provisioning.SCIM);
    assertThat(scim.signIn("00u-anna", secondsFromNow(0), new ClaimedGroups.Held()))
        .isEqualTo(new SyncOutcome.NotProvisioned());
  }

  @Test
  void scimWritesNothingWhereOnlySignInsMakePeople() {
    DirectoryWorld signIn = DirectoryWorld.on(database, Dialect.OKTA, Provisioning.SIGN_IN);
    assertThat(signIn.push("anna", "00u-anna")).isEqualTo(new UserOutcome.NotProvisionedByScim());
  }

  @Test
  void anEmailMeansTheFirstWhomAnEquallyStrongSourceGaveIt() {
    User anna = world.pushed("anna");
    world.push("other", "00u-other");
    assertThat(subject("anna@acme.test")).isEqualTo(anna.id());
    world.directory.deleteUser(world.caller, world.connection, anna.id(), Precondition.NONE);
    assertThat(world.memberships.subject(world.caller.organizationId(), "anna@acme.test"))
        .as("what was left behind passes to nobody")
        .isEqualTo(new SubjectOutcome.Unknown());
  }

  @Test
  void scimTakesAHandleFromASignIn() {
    world.signsInWith("anna");
    User pushed = world.pushed("anna");
    User other = ((UserOutcome.Created) world.push("anna@acme.test", "00u-x")).user();
    assertThat(subject("anna@acme.test")).isEqualTo(pushed.id());
    assertThat(subject(other.id().toString())).isEqualTo(other.id());
  }

  private UUID subject(String identifier) {
    SubjectOutcome outcome = world.memberships.subject(world.caller.organizationId(), identifier);
    return ((SubjectOutcome.Found) outcome).user().id();
  }

  @Test
  void aRefusedChangeOfAGroupChangesNothingOfIt() {
    User anna = world.pushed("anna");
    world.pushedGroup("taken");
    Group eng = world.pushedGroup("eng");
    GroupOutcome outcome =
        world.say(
            eng, new AddMembers(List.of(anna.id().toString())), new GroupChange.Rename("taken"));
    assertThat(outcome).isEqualTo(new GroupOutcome.NameTaken("taken"));
    assertThat(world.scimMembers(eng)).isEmpty();
  }

  @Test
  void aRefusedPushInTheInteropDialectMakesNoGroup() {
    DirectoryWorld interop =
        DirectoryWorld.on(database, Dialect.INTEROP, Provisioning.SCIM_AND_SIGN_IN);
    GroupOutcome outcome =
        interop.directory.createGroup(
            interop.caller,
            interop.connection,
            new GroupDraft("eng", Optional.empty(), AttributeValues.NONE, List.of("00u-nobody")));
    assertThat(outcome).isEqualTo(new GroupOutcome.UnknownMembers(List.of("00u-nobody")));
    assertThat(interop.groups()).isEmpty();
  }

  @Test
  void aRefusedChangeOfAUserLeavesEverybodyElsesNameAlone() {
    User signedIn = world.signsInWith("00u-first").user();
    world.pushed("ben");
    User anna = world.pushed("anna");
    UserOutcome outcome =
        world.edit(
            anna,
            current ->
                new UserProfile(
                    signedIn.userName(),
                    Optional.of("00u-ben"),
                    current.active(),
                    current.attributes()));
    assertThat(outcome).isEqualTo(new UserOutcome.Conflict("externalId"));
    assertThat(found(signedIn.id()).userName()).isEqualTo(signedIn.userName());
  }

  @Test
  void ofTwoWordsOnOnePersonByIdAndByExternalIdTheLaterCounts() {
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng");
    String id = anna.id().toString();
    world.say(
        eng,
        new AddMembers(List.of(id)),
        new RemoveMembers(List.of("00u-anna")),
        new AddMembers(List.of(id)));
    assertThat(world.scimMembers(eng)).containsExactly(id);
    world.say(eng, new AddMembers(List.of("00u-anna")), new RemoveMembers(List.of(id)));
    assertThat(world.scimMembers(eng)).isEmpty();
  }

  @Test
  void aLateTokenDoesNotUndoThePersonsProfile() {
    world.signIn("00u-anna", secondsFromNow(-5), new ClaimedGroups.Complete(List.of()));
    SyncOutcome.Synchronised late =
        (SyncOutcome.Synchronised)
            world.directory.signIn(
                world.caller,
                world.connection,
                new SignInStatement(
                    "00u-anna",
                    Optional.empty(),
                    Optional.of("old@acme.test"),
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    secondsFromNow(-50),
                    new ClaimedGroups.Complete(List.of())));
    assertThat(late.user().email()).contains("00u-anna@acme.test");
  }

  @Test
  void anExternalIdThatIsTakenAwayMakesNobodyAnotherPerson() {
    User anna = world.pushed("anna");
    world.pushedGroup("eng", anna.id().toString());
    world.edit(
        anna,
        current ->
            new UserProfile(
                current.userName(), Optional.empty(), current.active(), current.attributes()));
    assertThat(found(anna.id()).credentialEpoch()).isEqualTo(anna.credentialEpoch());
    assertThat(world.belongings(anna.id())).containsExactly("eng");
  }

  private void mailAddress(User user, String email) {
    world.edit(
        user,
        current ->
            new UserProfile(
                current.userName(),
                current.externalId(),
                current.active(),
                email.isEmpty()
                    ? AttributeValues.NONE
                    : new AttributeValues(
                        Map.of("emails", List.of(Map.of("value", email, "primary", true))))));
  }

  @Test
  void aHandleThatItsUserLeftBehindIsTheirsToTakeUpAgainAndNobodyElses() {
    User anna = world.pushed("anna");
    mailAddress(anna, "");
    assertThat(world.memberships.handle(world.caller.organizationId(), anna.id())).isEmpty();

    User other = world.pushed("other");
    mailAddress(other, "anna@acme.test");
    assertThat(world.memberships.handle(world.caller.organizationId(), other.id())).isEmpty();

    mailAddress(anna, "anna@acme.test");
    assertThat(subject("anna@acme.test")).isEqualTo(anna.id());
  }

  @Test
  void aThinTokenTakesNoEmailAway() {
    User anna = world.signsInWith("00u-anna").user();
    world.directory.signIn(
        world.caller,
        world.connection,
        new SignInStatement(
            "00u-anna",
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            secondsFromNow(2),
            new ClaimedGroups.Held()));
    assertThat(found(anna.id()).email()).contains("00u-anna@acme.test");
    assertThat(subject("00u-anna@acme.test")).isEqualTo(anna.id());
  }

  @Test
  void namesThatUnfoldIntoManyCharactersEndNoSignIn() {
    String unfolding = "\uFDFA".repeat(200);
    SyncOutcome.Synchronised signIn = world.signsInWith("00u-" + "x".repeat(250), unfolding, "eng");
    assertThat(signIn.added()).extracting(Belonging::displayName).containsExactly("eng");
    assertThat(world.signIn("\u00DF".repeat(250), secondsFromNow(0), new ClaimedGroups.Held()))
        .isInstanceOf(SyncOutcome.Rejected.class);
  }

  @Test
  void aDeletedPersonWhomAPushNamesAsAMemberDoesNotComeBackByASignIn() {
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng");
    world.directory.deleteUser(world.caller, world.connection, anna.id(), Precondition.NONE);
    world.say(eng, new RemoveMembers(List.of("00u-anna")));
    assertThat(world.signIn("00u-anna", secondsFromNow(0), new ClaimedGroups.Held()))
        .isEqualTo(new SyncOutcome.Deactivated(Optional.empty()));

    world.say(eng, new AddMembers(List.of("00u-anna")));
    User again = world.pushed("anna");
    world.signIn("00u-anna", secondsFromNow(-9), new ClaimedGroups.Complete(List.of("ops")));
    assertThat(world.belongings(again.id())).as("a claim from before").containsExactly("eng");
  }

  @Test
  void aDeactivatedPersonWhoLosesTheExternalIdIsStillRefused() {
    User anna = world.pushed("anna");
    world.edit(
        anna,
        current ->
            new UserProfile(
                current.userName(), Optional.empty(), Optional.of(false), current.attributes()));
    assertThat(world.signIn("00u-anna", secondsFromNow(0), new ClaimedGroups.Held()))
        .isEqualTo(new SyncOutcome.Deactivated(Optional.empty()));
  }

  @Test
  void aReplayedTokenFromAClockAheadOfOursStaysStale() {
    User anna = world.pushed("anna");
    var ahead = secondsFromNow(45);
    world.signIn("00u-anna", ahead, new ClaimedGroups.Complete(List.of("a")));
    world.signIn("00u-anna", secondsFromNow(1), new ClaimedGroups.Complete(List.of("b")));
    world.signIn("00u-anna", ahead, new ClaimedGroups.Complete(List.of("a")));
    assertThat(world.belongings(anna.id())).containsExactly("b");
  }

  @Test
  void aTruncatedClaimTakesNothingAwayWhereANameMeansAnotherGroupSince() {
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng");
    world.signIn("00u-anna", secondsFromNow(-9), new ClaimedGroups.Complete(List.of("eng")));
    world.say(eng, new GroupChange.Rename("engineering"));
    world.signIn("00u-anna", secondsFromNow(1), new ClaimedGroups.Truncated(List.of("eng")));
    assertThat(world.belongings(anna.id())).contains("engineering");
  }
}
