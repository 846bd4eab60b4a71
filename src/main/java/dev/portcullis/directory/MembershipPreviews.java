package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ConnectionEdit;
import dev.portcullis.connection.ConnectionOutcome;
import dev.portcullis.connection.Connections;
import dev.portcullis.connection.SecretChange;
import dev.portcullis.directory.MembershipPreview.Changes;
import dev.portcullis.directory.MembershipPreview.Names;
import dev.portcullis.directory.PreviewRows.Pair;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.pattern.GroupFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The doorway to what a change of a connection would do to its people's teams. The change is made
 * and taken back in one transaction, so that it cannot differ from what the change itself does.
 */
@Component
public class MembershipPreviews {

  /** The most memberships that are compared. */
  static final int MOST_COMPARED = 200_000;

  private final Connections connections;
  private final PreviewRows rows;

  MembershipPreviews(Connections connections, PreviewRows rows) {
    this.connections = connections;
    this.rows = rows;
  }

  /** Looks what would be after an edit; everything is as before when this returns. */
  @OneTransaction
  public PreviewOutcome of(
      Caller caller, String name, ConnectionEdit edit, SecretChange secretChange) {
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    Optional<Connection> found = connections.named(caller.organizationId(), name);
    if (found.isEmpty()) {
      return new PreviewOutcome.Refused(new ConnectionOutcome.NotFound());
    }
    Connection before = connections.lock(caller.organizationId(), found.get().id()).orElseThrow();
    List<String> concerned = concerned(before, edit);
    Set<Pair> then = new HashSet<>(rows.members(before, concerned, MOST_COMPARED + 1));
    ConnectionOutcome outcome = connections.edit(caller, name, edit, secretChange);
    if (!(outcome instanceof ConnectionOutcome.Stored(Connection after))) {
      return new PreviewOutcome.Refused(outcome);
    }
    Set<Pair> now = new HashSet<>(rows.members(before, concerned, MOST_COMPARED + 1));
    if (Math.max(then.size(), now.size()) > MOST_COMPARED) {
      return new PreviewOutcome.TooMany(MOST_COMPARED);
    }
    return new PreviewOutcome.Previewed(after, preview(after, then, now));
  }

  /** Names whose meaning for memberships may change. */
  private List<String> concerned(Connection before, ConnectionEdit edit) {
    GroupFilter filter = before.settings().claim().filter();
    var changed = edit.apply(before.settings()).claim();
    boolean covering = changed.covers() != before.settings().claim().covers();
    return rows.judged(before).stream()
        .filter(name -> covering || filter.matches(name) != changed.filter().matches(name))
        .toList();
  }

  private MembershipPreview preview(Connection after, Set<Pair> then, Set<Pair> now) {
    GroupFilter filter = after.settings().claim().filter();
    List<String> known = rows.known(after);
    return new MembershipPreview(
        Names.of(known.stream().filter(filter::matches).toList()),
        Names.of(known.stream().filter(Predicate.not(filter::matches)).toList()),
        changes(after, now, then),
        changes(after, then, now));
  }

  private Changes changes(Connection connection, Set<Pair> those, Set<Pair> without) {
    List<Pair> changed = those.stream().filter(pair -> !without.contains(pair)).sorted().toList();
    List<Pair> shown = changed.stream().limit(MembershipPreview.MOST_SHOWN).toList();
    return new Changes(changed.size(), rows.described(connection, shown));
  }
}
