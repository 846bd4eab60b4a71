package dev.portcullis.access;

import dev.portcullis.organization.OneTransaction;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Makes changes and looks what became of everybody's rights, in one transaction that sees nobody
 * else's changes meanwhile. What it shows is therefore what the change does, and not what somebody
 * worked out that it ought to do.
 */
@Component
class MeasuredChanges {

  private final AccessSnapshots snapshots;

  MeasuredChanges(AccessSnapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** What a change did, and whether it was kept. */
  record Measured<T>(T outcome, AccessPreview preview, boolean isKept) {}

  /**
   * Makes a change.
   *
   * @param audience whose rights are looked at
   * @param keeps whether it is to last, given what it does; otherwise all is as before
   */
  @OneTransaction(isolation = Isolation.REPEATABLE_READ)
  public <T> Measured<T> of(
      UUID organizationId, Audience audience, Supplier<T> change, Predicate<AccessPreview> keeps) {
    PreviewedWorld before = PreviewedWorld.read(snapshots, organizationId, audience);
    T outcome = change.get();
    PreviewedWorld after = PreviewedWorld.read(snapshots, organizationId, audience);
    AccessPreview preview = AccessComparison.of(snapshots.catalog, before, after);
    TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
    // A change that was refused has asked for the rollback itself, and its outcome says why.
    boolean isRefused = transaction.isRollbackOnly();
    boolean isKept = isRefused || keeps.test(preview);
    if (isRefused || !isKept) {
      transaction.setRollbackOnly();
    }
    return new Measured<>(outcome, preview, isKept);
  }
}
