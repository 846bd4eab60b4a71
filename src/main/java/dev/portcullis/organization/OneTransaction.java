package dev.portcullis.organization;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A doorway method that is one transaction, run again when a concurrent one got in its way.
 *
 * <p>Two requests may both find a name free and both insert it; the loser's {@link
 * DuplicateKeyException}, like a deadlock or a serialization failure, means that the world has
 * changed since it looked. The second run looks again and answers properly. The method must
 * therefore have no effect outside the database. After three more runs the failure is the caller's.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(
    includes = {ConcurrencyFailureException.class, DuplicateKeyException.class},
    predicate = OutermostOnly.class,
    maxRetries = 3,
    delay = 5,
    jitter = 5,
    multiplier = 3)
public @interface OneTransaction {

  /** A reading method, which the database may serve without locks. */
  @AliasFor(annotation = Transactional.class, attribute = "readOnly")
  boolean readOnly() default false;

  /** Read committed by default; repeatable read where several statements must see one snapshot. */
  @AliasFor(annotation = Transactional.class, attribute = "isolation")
  Isolation isolation() default Isolation.DEFAULT;
}
