package dev.portcullis.directory;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The doorway to teams as Admins see and edit them: all groups of the organization, of which those
 * made by hand are theirs alone. No connection's SCIM sees or touches these, and no claim means
 * them.
 */
@Component
public class Teams {

  private final TeamRows rows;
  private final TeamEdits edits;
  private final UserTeams userTeams;

  Teams(TeamRows rows, TeamEdits edits, UserTeams userTeams) {
    this.rows = rows;
    this.edits = edits;
    this.userTeams = userTeams;
  }

  /** All teams in order of their names. */
  @OneTransaction(readOnly = true)
  public List<TeamAccount> all(UUID organizationId) {
    return rows.all(organizationId);
  }

  /** The team that is meant. */
  @OneTransaction(readOnly = true)
  public Optional<TeamAccount> find(UUID organizationId, TeamReference reference) {
    return rows.find(organizationId, reference);
  }

  /** Who belongs to each of these teams, of those to which somebody does; in order of ids. */
  @OneTransaction(readOnly = true)
  public Map<UUID, List<TeamMember>> members(UUID organizationId, Collection<UUID> groupIds) {
    return rows.members(organizationId, groupIds);
  }

  /** How many belong to each of these teams, of those to which somebody does. */
  @OneTransaction(readOnly = true)
  public Map<UUID, Long> sizes(UUID organizationId, Collection<UUID> groupIds) {
    return rows.sizes(organizationId, groupIds);
  }

  /** Makes a team by hand. */
  @OneTransaction
  public TeamOutcome create(Caller caller, TeamDraft draft) {
    return edits.create(caller, draft);
  }

  /**
   * Changes a team. Of one that comes from an identity provider only the description may become
   * otherwise; to say of its name and its members what is so is no change.
   */
  @OneTransaction
  public TeamOutcome edit(Caller caller, TeamReference reference, TeamEdit edit) {
    return edits.edit(caller, reference, edit);
  }

  /**
   * Deletes a team: nobody belongs to it any more, and its identifier is never given again. One of
   * an identity provider may come back, as another, by a push or by a claim issued later.
   */
  @OneTransaction
  public TeamOutcome delete(Caller caller, TeamReference reference) {
    return edits.delete(caller, reference);
  }

  /**
   * Says to which teams made by hand a user belongs, and to no others; where an identity provider
   * put the user they stay.
   *
   * @param teams identifiers or names; those of identity providers' teams count for nothing if the
   *     user belongs there, and are refused otherwise
   */
  @OneTransaction
  public UserTeamsOutcome setTeams(Caller caller, UUID userId, Collection<String> teams) {
    return userTeams.set(caller, userId, teams);
  }
}
