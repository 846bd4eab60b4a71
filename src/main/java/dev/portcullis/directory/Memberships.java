package dev.portcullis.directory;

import dev.portcullis.attribute.PlainText;
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
  private final PeopleRows people;
  private final TeamRows teams;
  private final PeopleSets sets;
  private final Absences absences;

  Memberships(
      UserSearch search,
      Handles handles,
      GroupSearch groups,
      MembershipRows rows,
      PeopleRows people,
      TeamRows teams,
      PeopleSets sets,
      Absences absences) {
    this.search = search;
    this.handles = handles;
    this.groups = groups;
    this.rows = rows;
    this.people = people;
    this.teams = teams;
    this.sets = sets;
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

  /** At most so many teams. */
  @OneTransaction(readOnly = true)
  public List<Team> teams(UUID organizationId, int limit) {
    return people.teams(organizationId, limit);
  }

  /** At most so many people with everything that decides about their rights. */
  @OneTransaction(readOnly = true)
  public List<Person> people(UUID organizationId, int limit) {
    return people.people(organizationId, limit);
  }

  /** Whether somebody who may act holds the role Admin by hand. */
  @OneTransaction(readOnly = true)
  public boolean hasAdminByHand(UUID organizationId) {
    return people.hasAdminByHand(organizationId);
  }

  /** Whether somebody who may act belongs to one of these groups. */
  @OneTransaction(readOnly = true)
  public boolean hasMember(UUID organizationId, Collection<UUID> groupIds) {
    return people.hasMember(organizationId, groupIds);
  }

  /** As {@link #subject}, for many at once: what each identifier means. Three statements. */
  @OneTransaction(readOnly = true)
  public Map<String, SubjectOutcome> subjects(UUID organizationId, Collection<String> identifiers) {
    return sets.subjects(organizationId, identifiers);
  }

  /** What decides about the rights of these users; three statements. */
  @OneTransaction(readOnly = true)
  public Map<UUID, PersonDetails> details(UUID organizationId, Collection<UUID> userIds) {
    return sets.details(organizationId, userIds);
  }

  /**
   * People in order of their ids, with what decides about their rights; three statements.
   *
   * @param after the id behind which to begin
   */
  @OneTransaction(readOnly = true)
  public List<KnownPerson> peopleAfter(UUID organizationId, Optional<UUID> after, int limit) {
    return sets.after(organizationId, after, limit);
  }

  /** As {@link #team}, for many at once; what means no team is left out. One statement. */
  @OneTransaction(readOnly = true)
  public Map<String, String> teamsNamed(
      UUID organizationId, Collection<String> identifiersOrNames) {
    return groups.teams(organizationId, identifiersOrNames);
  }

  /**
   * The living teams of these identifiers, which may be ones that they took over, by the
   * identifiers asked for; one statement.
   */
  @OneTransaction(readOnly = true)
  public Map<String, TeamAccount> teamsOf(UUID organizationId, Collection<String> identifiers) {
    return teams.identified(
        organizationId, identifiers.stream().filter(PlainText::isPlain).distinct().toList());
  }
}
