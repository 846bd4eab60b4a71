package dev.portcullis.access;

import dev.portcullis.organization.Caller;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * The doorway for changes of who may do what: shows beforehand what they would do to everybody's
 * rights, and holds up those that would take rights from many, where the organization wants it.
 */
@Component
public class GuardedChanges {

  private final ChangeGuards guards;
  private final MeasuredChanges measured;

  GuardedChanges(ChangeGuards guards, MeasuredChanges measured) {
    this.guards = guards;
    this.measured = measured;
  }

  /**
   * Makes a change, or shows what it would do.
   *
   * @param change what another doorway does; it may be called several times, and has no effect
   *     outside the database
   */
  public <T> ChangeOutcome<T> of(Caller caller, ChangeTerms terms, Supplier<T> change) {
    if (terms.dryRun()) {
      MeasuredChanges.Measured<T> seen = measured.of(caller.organizationId(), change, _ -> false);
      return new ChangeOutcome.Previewed<>(seen.outcome(), seen.preview());
    }
    ChangeGuard guard = guards.of(caller.organizationId());
    if (!guard.enabled()) {
      return new ChangeOutcome.Made<>(change.get());
    }
    MeasuredChanges.Measured<T> seen =
        measured.of(
            caller.organizationId(), change, preview -> guard.allows(preview, terms.confirmed()));
    return seen.isKept()
        ? new ChangeOutcome.Made<>(seen.outcome())
        : new ChangeOutcome.TooManyLose<>(seen.preview());
  }
}
