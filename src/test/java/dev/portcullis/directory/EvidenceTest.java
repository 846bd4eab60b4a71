package dev.portcullis.directory;

import static dev.portcullis.directory.DirectoryWorld.secondsFromNow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.directory.GroupChange.AddMembers;
import dev.portcullis.directory.GroupChange.RemoveMembers;
import dev.portcullis.directory.GroupChange.Rename;
import dev.portcullis.directory.GroupChange.ReplaceMembers;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.directory.SyncOutcome.Verdict;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who belongs where follows from SCIM's words, the filter in force and the claims. */
@OnBothDatabases
class EvidenceTest {

  private final DirectoryWorld world;

  EvidenceTest(TestDatabase database) {
    this.world = DirectoryWorld.on(database);
  }

  @Test
  void scimAddsAndRemovesAtOnce() {
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng");

    world.say(eng, new AddMembers(List.of(anna.id().toString())));
    assertThat(world.belongings(anna.id())).containsExactly("eng");

    world.say(eng, new RemoveMembers(List.of(anna.id().toString())));
    assertThat(world.belongings(anna.id())).isEmpty();
  }

  @Test
  void aMemberMayBeNamedByTheExternalIdToo() {
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng", "00u-anna");
    assertThat(world.scimMembers(eng)).containsExactly(anna.id().toString());
  }

  @Test
  void aClaimAddsTeamsAndItsNextOneTakesAwayOnlyWhatAClaimGave() {
    User anna = world.pushed("anna");
    world.pushedGroup("pushed", anna.id().toString());

    SyncOutcome.Synchronised first = world.signsInWith("00u-anna", "claimed", "other");
    assertThat(first.created()).isFalse();
    assertThat(first.verdict()).isEqualTo(Verdict.PRESENT);
    assertThat(first.added())
        .extracting(Belonging::displayName)
        .containsExactlyInAnyOrder("claimed", "other");
    assertThat(first.kept()).extracting(Belonging::displayName).containsExactly("pushed");

    SyncOutcome.Synchronised second =
        (SyncOutcome.Synchronised)
            world.signIn(
                "00u-anna", secondsFromNow(2), new ClaimedGroups.Complete(List.of("other")));
    assertThat(second.removed()).extracting(Belonging::displayName).containsExactly("claimed");
    assertThat(world.belongings(anna.id())).containsExactlyInAnyOrder("pushed", "other");
  }

  @Test
  void whatScimTookAwayAnOlderClaimDoesNotBringBack() {
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng", anna.id().toString());
    world.signIn("00u-anna", secondsFromNow(-30), new ClaimedGroups.Complete(List.of("eng")));

    world.say(eng, new RemoveMembers(List.of(anna.id().toString())));
    assertThat(world.belongings(anna.id())).isEmpty();

    world.signsInWith("00u-anna", "eng");
    assertThat(world.belongings(anna.id())).containsExactly("eng");
  }

  @Test
  void aFullPushAlsoSpeaksOfThoseWhomScimManagesAndItDoesNotName() {
    User anna = world.pushed("anna");
    User ben = world.pushed("ben");
    Group eng = world.pushedGroup("eng");
    world.signIn("00u-ben", secondsFromNow(-30), new ClaimedGroups.Complete(List.of("eng")));
    world.signIn("00u-carl", secondsFromNow(-30), new ClaimedGroups.Complete(List.of("eng")));

    GroupOutcome outcome = world.say(eng, new ReplaceMembers(List.of(anna.id().toString())));

    assertThat(((GroupOutcome.Changed) outcome).delta().added()).containsExactly(anna.id());
    assertThat(world.belongings(anna.id())).containsExactly("eng");
    assertThat(world.belongings(ben.id())).as("managed by SCIM, so spoken of").isEmpty();
    SyncOutcome.Synchronised carl =
        (SyncOutcome.Synchronised)
            world.signIn("00u-carl", secondsFromNow(-30), new ClaimedGroups.Held());
    assertThat(carl.kept())
        .as("known by sign-in alone, who may not be assigned to the SCIM app")
        .extracting(Belonging::displayName)
        .containsExactly("eng");
  }

  @Test
  void aHeldClaimChangesNothingAndMakesNoneStale() {
    world.pushed("anna");
    world.signsInWith("00u-anna", "eng");
    SyncOutcome.Synchronised held =
        (SyncOutcome.Synchronised)
            world.signIn("00u-anna", secondsFromNow(50), new ClaimedGroups.Held());
    assertThat(held.verdict()).isEqualTo(Verdict.HELD);
    assertThat(held.kept()).extracting(Belonging::displayName).containsExactly("eng");
  }

  @Test
  void anEmptyClaimTakesAwayWhatClaimsGave() {
    world.pushed("anna");
    world.signIn("00u-anna", secondsFromNow(-9), new ClaimedGroups.Complete(List.of("eng")));
    SyncOutcome.Synchronised empty = world.signsInWith("00u-anna");
    assertThat(empty.verdict()).isEqualTo(Verdict.EMPTY);
    assertThat(empty.removed()).extracting(Belonging::displayName).containsExactly("eng");
  }

  @Test
  void aLateTokenIsStaleAndChangesNothing() {
    User anna = world.pushed("anna");
    world.signIn("00u-anna", secondsFromNow(-10), new ClaimedGroups.Complete(List.of("new")));
    SyncOutcome.Synchronised late =
        (SyncOutcome.Synchronised)
            world.signIn(
                "00u-anna", secondsFromNow(-20), new ClaimedGroups.Complete(List.of("old")));
    assertThat(late.verdict()).isEqualTo(Verdict.STALE);
    assertThat(world.belongings(anna.id())).containsExactly("new");
  }

  @Test
  void ofTwoClaimsOfOneSecondWhatBothNameCounts() {
    User anna = world.pushed("anna");
    Instant second = secondsFromNow(-10);
    world.signIn("00u-anna", second, new ClaimedGroups.Complete(List.of("a", "b")));
    world.signIn("00u-anna", second, new ClaimedGroups.Complete(List.of("b", "c")));
    assertThat(world.belongings(anna.id())).containsExactly("b");
  }

  @Test
  void aTruncatedClaimAddsAndRemovesNothing() {
    User anna = world.pushed("anna");
    world.signIn("00u-anna", secondsFromNow(-20), new ClaimedGroups.Complete(List.of("a")));
    SyncOutcome.Synchronised truncated =
        (SyncOutcome.Synchronised)
            world.signIn(
                "00u-anna", secondsFromNow(-10), new ClaimedGroups.Truncated(List.of("b")));
    assertThat(truncated.verdict()).isEqualTo(Verdict.HELD);
    assertThat(world.belongings(anna.id())).containsExactlyInAnyOrder("a", "b");

    world.signIn("00u-anna", secondsFromNow(-15), new ClaimedGroups.Complete(List.of()));
    assertThat(world.belongings(anna.id())).as("newer than the complete one").containsExactly("b");
  }

  @Test
  void aTokenFromAClockAheadOfOursCountsFromItsFirstReceipt() {
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng");
    Instant ahead = secondsFromNow(50);
    world.signIn("00u-anna", ahead, new ClaimedGroups.Complete(List.of("eng")));
    world.say(eng, new RemoveMembers(List.of(anna.id().toString())));
    world.signIn("00u-anna", ahead, new ClaimedGroups.Complete(List.of("eng")));
    assertThat(world.belongings(anna.id())).isEmpty();
  }

  @Test
  void aChangedFilterTakesEffectOnEverybodyAtOnce() {
    User anna = world.pushed("anna");
    world.filterBy("eng-.*");
    SyncOutcome.Synchronised signIn = world.signsInWith("00u-anna", "eng-a", "ops-b");
    assertThat(signIn.matched()).containsExactly("eng-a");
    assertThat(signIn.ignored()).containsExactly("ops-b");
    assertThat(world.belongings(anna.id())).containsExactly("eng-a");

    world.filterBy("ops-.*");
    assertThat(world.belongings(anna.id())).containsExactly("ops-b");
  }

  @Test
  void aRenameKeepsTheMembersOfBothKinds() {
    User anna = world.pushed("anna");
    User ben = world.pushed("ben");
    Group eng = world.pushedGroup("eng", anna.id().toString());
    world.signsInWith("00u-ben", "eng");
    world.say(eng, new Rename("engineering"));
    assertThat(world.belongings(anna.id())).containsExactly("engineering");
    assertThat(world.belongings(ben.id())).containsExactly("engineering");
  }

  @Test
  void aDeletedGroupIsMadeAgainOnlyByALaterClaim() {
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng");
    world.signIn("00u-anna", secondsFromNow(-20), new ClaimedGroups.Complete(List.of("eng")));
    UUID first =
        world.memberships.of(world.caller.organizationId(), anna.id()).getFirst().groupId();

    world.directory.deleteGroup(world.caller, world.connection, eng.id(), Precondition.NONE);
    world.signIn("00u-anna", secondsFromNow(-10), new ClaimedGroups.Complete(List.of("eng")));
    assertThat(world.belongings(anna.id())).as("claimed before it was deleted").isEmpty();

    world.signsInWith("00u-anna", "eng");
    Belonging again = world.memberships.of(world.caller.organizationId(), anna.id()).getFirst();
    assertThat(again.groupId()).isNotEqualTo(first);
    assertThat(again.identifier()).isNotEqualTo("eng");
  }

  @Test
  void aGroupMadeByASignInIsAdoptedByAPushOfItsName() {
    User anna = world.pushed("anna");
    world.signsInWith("00u-anna", "eng");
    UUID made = world.memberships.of(world.caller.organizationId(), anna.id()).getFirst().groupId();
    assertThat(world.pushedGroup("eng").id()).isEqualTo(made);
    assertThat(world.belongings(anna.id())).containsExactly("eng");
  }

  @Test
  void aRenameOntoTheNameOfASignInsGroupTakesItOver() {
    User anna = world.pushed("anna");
    User ben = world.pushed("ben");
    world.signsInWith("00u-anna", "eng");
    Group ops = world.pushedGroup("ops");
    world.say(ops, new AddMembers(List.of(ben.id().toString())));

    world.say(ops, new Rename("eng"));

    assertThat(world.belongings(anna.id())).containsExactly("eng");
    assertThat(world.belongings(ben.id())).containsExactly("eng");
    assertThat(world.memberships.team(world.caller.organizationId(), "eng")).contains("ops");
  }

  @Test
  void whereClaimsCoverWhatIsPushedANewerOneThatLacksAGroupOutweighsTheWord() {
    world.coverBy(true);
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng", "00u-anna");
    world.signIn("00u-anna", secondsFromNow(-30), new ClaimedGroups.Complete(List.of()));
    assertThat(world.belongings(anna.id())).as("claimed before SCIM added her").contains("eng");
    world.signIn("00u-anna", secondsFromNow(1), new ClaimedGroups.Truncated(List.of()));
    assertThat(world.belongings(anna.id())).as("perhaps cut off").contains("eng");
    world.signsInWith("00u-anna");
    assertThat(world.belongings(anna.id())).isEmpty();
    world.say(eng, new AddMembers(List.of("00u-anna")));
    assertThat(world.belongings(anna.id())).containsExactly("eng");
  }

  @Test
  void whatAClaimLacksIsJudgedByTheNameOfThatTimeAndByTheGroupsOwn() {
    world.coverBy(true);
    world.filterBy("eng");
    User anna = world.pushed("anna");
    Group ops = world.pushedGroup("ops", "00u-anna");
    world.signsInWith("00u-ben", "eng");
    world.signsInWith("00u-anna");
    assertThat(world.belongings(anna.id())).as("the filter keeps ops out").contains("ops");
    world.say(ops, new Rename("eng"));
    assertThat(world.belongings(anna.id()))
        .as("it was not called so, and the one that it took over was another")
        .containsExactly("eng");
  }
}
