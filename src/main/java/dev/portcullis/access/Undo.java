package dev.portcullis.access;

import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The way back to where the present transaction stood. Unlike the end of the transaction it leaves
 * what others did in it before.
 */
final class Undo {

  private final TransactionStatus transaction = TransactionAspectSupport.currentTransactionStatus();
  private final Object savepoint = transaction.createSavepoint();

  /** Takes back whatever happened since, and answers why. */
  <T> T because(T refusal) {
    transaction.rollbackToSavepoint(savepoint);
    return refusal;
  }
}
