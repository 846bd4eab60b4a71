package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.directory.Membership.Bearing;
import dev.portcullis.directory.Membership.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What counts at one and the same moment, which histories hardly ever meet. */
class MembershipTest {

  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Optional<Instant> AT_THAT_MOMENT = Optional.of(THEN);

  private static Optional<Word> said(boolean member) {
    return Optional.of(new Word(member, THEN));
  }

  @Test
  void aClaimOfTheMomentInWhichScimTookSomebodyOutDoesNotBringThemBack() {
    assertThat(Membership.belongs(said(false), AT_THAT_MOMENT, Optional.empty())).isFalse();
    assertThat(
            Membership.belongs(said(false), Optional.of(THEN.plusNanos(1_000)), Optional.empty()))
        .isTrue();
  }

  @Test
  void aClaimOfTheMomentInWhichScimAddedSomebodyDoesNotOutweighIt() {
    assertThat(Membership.belongs(said(true), Optional.empty(), AT_THAT_MOMENT)).isTrue();
    assertThat(Membership.belongs(said(true), Optional.empty(), Optional.of(THEN.plusNanos(1_000))))
        .isFalse();
  }

  @Test
  void aCompleteStatementSpeaksOfWhomItNamesAndOfWhoIsManagedSinceThatMoment() {
    assertThat(Membership.inForce(said(true), AT_THAT_MOMENT, Optional.empty()))
        .isEqualTo(said(true));
    assertThat(Membership.inForce(Optional.empty(), AT_THAT_MOMENT, AT_THAT_MOMENT))
        .isEqualTo(said(false));
  }

  @Test
  void aNameIsAGroupsFromItsFirstMomentAndNotInItsLast() {
    UUID former = UUID.randomUUID();
    UUID later = UUID.randomUUID();
    List<Bearing> bearings =
        List.of(
            new Bearing(former, THEN.minusSeconds(1), AT_THAT_MOMENT),
            new Bearing(later, THEN, Optional.empty()));
    assertThat(Membership.meant(bearings, THEN)).contains(later);
    assertThat(Membership.meant(bearings, THEN.minusNanos(1_000))).contains(former);
    assertThat(bearings.getFirst().spans(THEN)).isFalse();
    assertThat(bearings.getLast().spans(THEN)).isTrue();
  }
}
