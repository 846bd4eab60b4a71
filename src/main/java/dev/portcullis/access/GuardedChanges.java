package dev.portcullis.access;

import dev.portcullis.organization.Caller;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The doorway for changes of who may do what: shows beforehand what they would do to everybody's
 * rights, and holds up those that would take rights from many, where the organization wants it.
 * Whoever is no Admin is shown what becomes of the people whom they may read, and of nobody else.
 */
@Component
public class GuardedChanges {

  private final ChangeGuards guards;
  private final MeasuredChanges measured;
  private final Audiences audiences;

  GuardedChanges(ChangeGuards guards, MeasuredChanges measured, Audiences audiences) {
    this.guards = guards;
    this.measured = measured;
    this.audiences = audiences;
  }

  /**
   * Makes a change, or shows what it would do.
   *
   * @param change what another doorway does; it may be called several times, and has no effect
   *     outside the database
   */
  public <T> ChangeOutcome<T> of(Caller caller, ChangeTerms terms, Supplier<T> change) {
    if (terms.dryRun()) {
      MeasuredChanges.Measured<T> seen =
          measured.of(caller.organizationId(), audiences.of(caller), change, _ -> false);
      return new ChangeOutcome.Previewed<>(seen.outcome(), seen.preview());
    }
    ChangeGuard guard = guards.of(caller.organizationId());
    return guard.enabled()
        ? guarded(caller, terms, change, guard)
        : new ChangeOutcome.Made<>(change.get());
  }

  /** Only who may know of everybody can confirm what becomes of everybody. */
  private <T> ChangeOutcome<T> guarded(
      Caller caller, ChangeTerms terms, Supplier<T> change, ChangeGuard guard) {
    UUID organizationId = caller.organizationId();
    boolean mayConfirm = audiences.isEverybody(caller);
    OptionalInt confirmed = mayConfirm ? terms.confirmed() : OptionalInt.empty();
    MeasuredChanges.Measured<T> seen =
        measured.of(
            organizationId,
            Audience.EVERYBODY,
            change,
            preview -> guard.allows(preview, confirmed));
    if (seen.isKept()) {
      return new ChangeOutcome.Made<>(seen.outcome());
    }
    return mayConfirm
        ? new ChangeOutcome.TooManyLose<>(seen.preview())
        : new ChangeOutcome.AdminMustConfirm<>();
  }
}
