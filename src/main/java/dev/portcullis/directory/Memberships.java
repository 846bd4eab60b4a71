package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.OneTransaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The doorway for those who ask who somebody is, and who belongs where. */
@Component
public class Memberships {

  private final UserSearch search;
  private final Handles handles;
  private final GroupSearch groups;
  private final MembershipRows rows;
  private final Absences absences;

  Memberships(
      UserSearch search,
      Handles handles,
      GroupSearch groups,
      MembershipRows rows,
      Absences absences) {
    this.search = search;
    this.handles = handles;
    this.groups = groups;
    this.rows = rows;
    this.absences = absences;
  }

  /** Whom an identifier means: by id, then by handle (an e-mail), then by a unique user name. */
  @OneTransaction(readOnly = true)
  public SubjectOutcome subject(UUID organizationId, String identifier) {
    return search.subject(organizationId, identifier);
  }

  /** The e-mail by which the portal knows a user, case-folded. */
  @OneTransaction(readOnly = true)
  public Optional<String> handle(UUID organizationId, UUID userId) {
    return handles.of(organizationId, userId);
  }

  /** The handles of these users, of those who have one. */
  @OneTransaction(readOnly = true)
  public Map<UUID, String> handles(UUID organizationId, Collection<UUID> userIds) {
    return handles.of(organizationId, userIds);
  }

  /** Where a user belongs and on what evidence, in order of the teams' identifiers. */
  @OneTransaction(readOnly = true)
  public List<Belonging> of(UUID organizationId, UUID userId) {
    return rows.of(organizationId, userId);
  }

  /**
   * Where a user of a connection does not belong although a claim or SCIM spoke of it, by name.
   *
   * @param belonging the groups where they do belong, see {@link #of}
   */
  @OneTransaction(readOnly = true)
  public List<Absence> absences(Connection connection, UUID userId, Set<UUID> belonging) {
    return absences.of(connection, userId, belonging);
  }

  /**
   * Every identifier that means a team of the user, with its group: a group that took another over
   * has the other's identifiers beside its own, for permissions that were written for it.
   */
  @OneTransaction(readOnly = true)
  public Map<String, UUID> teamsOf(UUID organizationId, UUID userId) {
    return rows.teamsOf(organizationId, userId);
  }

  /** The identifier of the team that has this identifier, or else this shown name. */
  @OneTransaction(readOnly = true)
  public Optional<String> team(UUID organizationId, String identifierOrName) {
    return groups.team(organizationId, identifierOrName);
  }
}
