package dev.portcullis.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The doorway to the rotation of the keys that sign access tokens. A key is published before it
 * signs, so that whoever keeps a copy of the key set has it by then.
 */
@Component
public class SigningKeyRotation {

  /** How long before it signs a key that the schedule brings is published. */
  static final Duration SCHEDULED_LEAD = Duration.ofHours(12);

  /** How long before it signs a key that was asked for is published. */
  static final Duration ASKED_LEAD = Duration.ofMinutes(10);

  private final SigningKeyRows rows;
  private final KeySchedule schedule;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  SigningKeyRotation(
      SigningKeyRows rows, KeySchedule schedule, ApplicationEventPublisher events, Clock clock) {
    this.rows = rows;
    this.schedule = schedule;
    this.events = events;
    this.clock = clock;
  }

  /** The keys that are or will be accepted, the newest first; the public key set has them too. */
  @OneTransaction(readOnly = true)
  public List<PublishedKey> published() {
    Instant now = clock.instant();
    return SigningKeys.counting(rows.all(), now).stream()
        .map(key -> new PublishedKey(key.key().getKeyID(), key.createdAt(), key.signsFrom()))
        .toList();
  }

  /**
   * Lets another key sign after {@link #ASKED_LEAD}, which is the next one where that is published
   * already. Tokens of the present one stay good.
   *
   * @param immediately for a key that leaked: the other one signs now, all before it are withdrawn,
   *     and whatever they signed is refused
   */
  @OneTransaction
  public KeyRotationOutcome rotate(Caller caller, boolean immediately) {
    if (!caller.isOperator()) {
      return new KeyRotationOutcome.NotOperator();
    }
    SigningKey newest = rows.all().getFirst();
    Instant now = clock.instant();
    if (immediately) {
      rows.add(newest.generation() + 1, now, now);
      rows.deleteBefore(newest.generation() + 1);
    } else if (newest.signsFrom().isAfter(now.plus(ASKED_LEAD))) {
      rows.signFrom(newest, now.plus(ASKED_LEAD));
    } else if (!newest.signsFrom().isAfter(now)) {
      rows.add(newest.generation() + 1, now, now.plus(ASKED_LEAD));
    }
    List<PublishedKey> keys = published();
    events.publishEvent(new SigningKeyRotated(caller, keys.getFirst(), immediately));
    return new KeyRotationOutcome.Rotated(keys);
  }

  /** Publishes the next key if the schedule says so, and forgets those that no longer count. */
  @OneTransaction
  public void followSchedule() {
    List<SigningKey> all = rows.all();
    SigningKey newest = all.getFirst();
    Instant now = clock.instant();
    Instant due = newest.signsFrom().plus(schedule.every());
    if (!schedule.isOnDemandAlone() && !now.isBefore(due.minus(SCHEDULED_LEAD))) {
      Instant earliest = now.plus(SCHEDULED_LEAD);
      rows.add(newest.generation() + 1, now, due.isBefore(earliest) ? earliest : due);
    }
    SigningKey oldest = SigningKeys.counting(all, now).getLast();
    if (oldest.generation() != all.getLast().generation()) {
      rows.deleteBefore(oldest.generation());
    }
  }
}
