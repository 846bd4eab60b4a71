package dev.portcullis.organization;

import java.lang.reflect.Method;
import org.springframework.resilience.retry.MethodRetryPredicate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets only the method that opened a transaction run again: within a transaction that has failed,
 * another try can only fail too, and would hide what went wrong.
 */
final class OutermostOnly implements MethodRetryPredicate {

  @Override
  public boolean shouldRetry(Method method, Throwable failure) {
    return !TransactionSynchronizationManager.isActualTransactionActive();
  }
}
