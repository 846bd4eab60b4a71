package dev.portcullis.audit;

import dev.portcullis.audit.ChainVerdict.Fault;
import dev.portcullis.audit.ChainVerdict.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks along a chain, entry by entry, until it breaks; holds nothing but where it is. */
final class ChainWalk {

  private final ChainHead head;
  private final NotedSeal noted;
  private ChainHead last = ChainHead.NONE;
  private boolean metNoted;
  private @Nullable Instant from;
  private @Nullable Instant to;
  private Optional<Fault> fault = Optional.empty();

  ChainWalk(ChainHead head, NotedSeal noted) {
    this.head = head;
    this.noted = noted;
    // Before anything was sealed a chain was empty, and is a beginning of every chain.
    this.metNoted = noted.isNone() || noted.names(ChainHead.NONE);
  }

  boolean isBroken() {
    return fault.isPresent();
  }

  void step(ChainEntry entry) {
    ChainHead seal = entry.seal().orElseThrow();
    long expected = last.sequence() + 1;
    if (seal.sequence() < expected) {
      breaks(Kind.INSERTED, seal.sequence(), entry.id());
    } else if (seal.sequence() > expected) {
      fault = Optional.of(new Fault(Kind.MISSING, expected, Optional.empty()));
    } else if (!entry.sealedBehind(last).equals(seal)) {
      breaks(Kind.CHANGED, expected, entry.id());
    } else if (noted.names(seal) && !noted.agrees(seal)) {
      breaks(Kind.NOTED_HEAD, expected, entry.id());
    } else {
      passed(entry, seal);
    }
  }

  private void passed(ChainEntry entry, ChainHead seal) {
    metNoted |= noted.names(seal);
    last = seal;
    if (from == null) {
      from = entry.at();
    }
    to = entry.at();
  }

  private void breaks(Kind kind, long sequence, UUID entry) {
    fault = Optional.of(new Fault(kind, sequence, Optional.of(entry)));
  }

  /**
   * No entry follows.
   *
   * @param beyond one that stands behind the head, where none may
   */
  void end(Optional<ChainEntry> beyond) {
    if (isBroken()) {
      return;
    }
    if (last.sequence() < head.sequence()) {
      fault = Optional.of(new Fault(Kind.MISSING, last.sequence() + 1, Optional.empty()));
    } else if (!last.equals(head)) {
      fault = Optional.of(new Fault(Kind.HEAD, head.sequence(), Optional.empty()));
    } else if (beyond.isPresent()) {
      long sequence = beyond.get().seal().orElseThrow().sequence();
      breaks(Kind.BEYOND_HEAD, sequence, beyond.get().id());
    } else if (!metNoted) {
      fault =
          Optional.of(
              new Fault(
                  Kind.NOTED_HEAD_MISSING,
                  noted.sequence().orElse(last.sequence() + 1),
                  Optional.empty()));
    }
  }

  ChainVerdict verdict(long unsealed) {
    return new ChainVerdict(
        last.sequence(), Optional.ofNullable(from), Optional.ofNullable(to), head, unsealed, fault);
  }
}
