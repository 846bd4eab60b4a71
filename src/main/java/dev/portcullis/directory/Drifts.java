package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.OneTransaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The doorway to lasting disagreement between what SCIM pushes and what sign-ins claim. */
@Component
public class Drifts {

  private final DriftRows rows;

  Drifts(DriftRows rows) {
    this.rows = rows;
  }

  /**
   * The drift of some of a connection's people.
   *
   * @param drifts in order of people
   * @param next whom the next page begins after; empty on the last one
   */
  public record Page(List<Drift> drifts, Optional<UUID> next) {}

  /**
   * The drift of the next of a connection's people with a claim, in order of their ids. A page may
   * be empty and not the last.
   *
   * @param after whom to begin after
   * @param people how many people to look at
   */
  @OneTransaction(readOnly = true)
  public Page page(Connection connection, Optional<UUID> after, int people) {
    List<UUID> looked = rows.people(connection, after.orElse(new UUID(0, 0)), people + 1);
    List<UUID> here = looked.stream().limit(people).toList();
    Optional<UUID> next =
        looked.size() > people ? Optional.of(here.getLast()) : Optional.<UUID>empty();
    return new Page(here.isEmpty() ? List.of() : rows.of(connection, here), next);
  }
}
