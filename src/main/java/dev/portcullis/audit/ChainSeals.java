package dev.portcullis.audit;

import dev.portcullis.organization.OneTransaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Seals one lot of entries in one transaction: a node that dies meanwhile has sealed nothing. */
@Component
class ChainSeals {

  /** Entries of one transaction; each may be a megabyte. */
  static final int LOT = 200;

  private final ChainRows rows;

  ChainSeals(ChainRows rows) {
    this.rows = rows;
  }

  /** Seals the oldest entries that are not; answers how many. */
  @OneTransaction
  public int sealSome(UUID organizationId) {
    ChainHead head = rows.lockedHead(organizationId);
    List<ChainEntry> entries = rows.unsealed(organizationId, LOT);
    if (entries.isEmpty()) {
      return 0;
    }
    Map<UUID, ChainHead> seals = new LinkedHashMap<>();
    for (ChainEntry entry : entries) {
      head = entry.sealedBehind(head);
      seals.put(entry.id(), head);
    }
    rows.seal(organizationId, seals, head);
    return entries.size();
  }
}
