package dev.portcullis.audit;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The chain of seals of each organization: every entry gets the next place, and a hash over the
 * seal before, the place and all that the entry says. So none can be changed, taken out, put in or
 * moved without the seals of all that follow becoming others.
 */
@Component
public class AuditChain {

  private static final Logger LOG = LoggerFactory.getLogger(AuditChain.class);

  private final ChainSeals seals;
  private final ChainRows rows;

  AuditChain(ChainSeals seals, ChainRows rows) {
    this.seals = seals;
    this.rows = rows;
  }

  /**
   * Seals what is committed and not sealed, of every organization. Of several nodes that do so at
   * once each waits for the other's lot.
   */
  public void sealAll() {
    try {
      rows.organizationsWithUnsealed().forEach(this::sealOrTellWhy);
    } catch (DataAccessException e) {
      LOG.warn("audit entries wait for the next sealing: {}", e.getClass().getSimpleName());
    }
  }

  private void sealOrTellWhy(UUID organizationId) {
    try {
      seal(organizationId);
    } catch (DataAccessException e) {
      // One organization's trouble, such as its deletion just now, must not keep the others.
      LOG.warn(
          "audit entries of organization {} wait for the next sealing: {}",
          organizationId,
          e.getClass().getSimpleName());
    }
  }

  /** The same for one organization. */
  public void seal(UUID organizationId) {
    int sealed = ChainSeals.LOT;
    while (sealed == ChainSeals.LOT) {
      sealed = seals.sealSome(organizationId);
    }
  }

  /**
   * Walks along the whole chain as it is now, a lot at a time, and holds every seal against what
   * the entry says.
   */
  public ChainVerdict verify(UUID organizationId, NotedSeal noted) {
    // Before the head, so that where none is left over the chain has all that there was.
    long unsealed = rows.countUnsealed(organizationId);
    ChainHead head = rows.head(organizationId);
    ChainWalk walk = new ChainWalk(head, noted);
    long behind = Long.MIN_VALUE;
    List<ChainEntry> lot = lot(organizationId, behind, head.sequence());
    while (!lot.isEmpty() && !walk.isBroken()) {
      for (ChainEntry entry : lot) {
        if (!walk.isBroken()) {
          walk.step(entry);
        }
      }
      behind = lot.getLast().seal().orElseThrow().sequence();
      lot = lot(organizationId, behind, head.sequence());
    }
    walk.end(rows.beyondHead(organizationId));
    return walk.verdict(unsealed);
  }

  private List<ChainEntry> lot(UUID organizationId, long behind, long last) {
    return rows.behind(organizationId, behind, last, ChainSeals.LOT);
  }

  /**
   * The chain in its canonical form, a text for each entry: the SHA-256 of each is what the next
   * one names as {@code previous}, and that of the last one is the head's hash.
   *
   * @param behind the place behind which to begin; 0 for the whole chain
   */
  public void each(UUID organizationId, long behind, Consumer<String> line) {
    long place = behind;
    String previous = behind == 0 ? ChainHead.NONE.hash() : hashAt(organizationId, behind);
    List<ChainEntry> lot = lot(organizationId, place, Long.MAX_VALUE);
    while (!lot.isEmpty()) {
      for (ChainEntry entry : lot) {
        ChainHead seal = entry.seal().orElseThrow();
        line.accept(entry.canonical(seal.sequence(), previous));
        previous = seal.hash();
        place = seal.sequence();
      }
      lot = lot(organizationId, place, Long.MAX_VALUE);
    }
  }

  private String hashAt(UUID organizationId, long sequence) {
    return rows.behind(organizationId, sequence - 1, sequence, 1).stream()
        .flatMap(entry -> entry.seal().stream())
        .map(ChainHead::hash)
        .findFirst()
        .orElse(ChainHead.NONE.hash());
  }
}
