package dev.portcullis.access;

import dev.portcullis.catalog.CatalogProblem;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.EntityDraft;
import dev.portcullis.catalog.EntitySource;
import dev.portcullis.catalog.LentEntity;
import dev.portcullis.catalog.LentOutcome;
import dev.portcullis.catalog.Provenance;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.TeamAccount;
import dev.portcullis.directory.TeamDraft;
import dev.portcullis.directory.TeamEdit;
import dev.portcullis.directory.TeamOutcome;
import dev.portcullis.directory.TeamReference;
import dev.portcullis.directory.Teams;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lends the catalog the directory's groups as teams, and takes what is said of them there: a team's
 * title is its name.
 */
@Component
class TeamEntities implements EntitySource {

  private static final String DESCRIPTION = "description";

  private static final Provenance ALWAYS =
      new Provenance(Instant.EPOCH, "portcullis", Instant.EPOCH, "portcullis");

  private final Memberships memberships;
  private final Teams teams;

  TeamEntities(Memberships memberships, Teams teams) {
    this.memberships = memberships;
    this.teams = teams;
  }

  @Override
  public String blueprint() {
    return SystemBlueprints.TEAM;
  }

  @Override
  public Optional<LentEntity> find(UUID organizationId, String identifier) {
    return teams
        .find(organizationId, new TeamReference.Identified(identifier))
        .map(TeamEntities::lent);
  }

  @Override
  public List<LentEntity> some(UUID organizationId, int limit) {
    return teams.all(organizationId).stream().limit(limit).map(TeamEntities::lent).toList();
  }

  @Override
  public Map<String, Map<String, Object>> calculated(
      UUID organizationId, Collection<String> identifiers) {
    Map<String, TeamAccount> known = memberships.teamsOf(organizationId, identifiers);
    Map<UUID, Long> sizes =
        teams.sizes(
            organizationId, known.values().stream().map(one -> one.team().groupId()).toList());
    Map<String, Map<String, Object>> calculated = new HashMap<>();
    known.forEach((identifier, team) ->
        calculated.put(identifier, Map.of("size", sizes.getOrDefault(team.team().groupId(), 0L))));
    return calculated;
  }

  @Override
  public LentOutcome write(Caller caller, Optional<LentEntity> before, EntityDraft draft) {
    if (!draft.teams().isEmpty()) {
      return rejected(CatalogProblem.Kind.PROTECTED, "team", "must be empty: no team owns a team");
    }
    Optional<String> description =
        Optional.ofNullable(draft.properties().get(DESCRIPTION)).map(Object::toString);
    Optional<String> name = draft.title().filter(title -> !title.isEmpty());
    return outcome(
        before.isPresent()
            ? teams.edit(
                caller,
                new TeamReference.Identified(before.get().entity().identifier()),
                new TeamEdit(name, Optional.of(description), Optional.empty(), false))
            : teams.create(
                caller,
                new TeamDraft(
                    draft.identifier(),
                    name.or(draft::identifier).orElse(""),
                    description,
                    List.of())));
  }

  private static LentOutcome outcome(TeamOutcome outcome) {
    return switch (outcome) {
      case TeamOutcome.Created(TeamAccount team) -> new LentOutcome.Taken(lent(team), true);
      case TeamOutcome.Changed(TeamAccount team) -> new LentOutcome.Taken(lent(team), false);
      case TeamOutcome.NameTaken(String name) ->
          malformed("title", "must not be `" + name + "`, which is the name of another team");
      case TeamOutcome.IdentifierTaken(String identifier) ->
          malformed(
              "identifier",
              "must not be `" + identifier + "`, which meant a team that was deleted");
      case TeamOutcome.OwnedByProvider(String connection, List<String> _) ->
          rejected(
              CatalogProblem.Kind.PROTECTED,
              "title",
              "comes from the identity provider of connection `"
                  + connection
                  + "` and is changed there");
      case TeamOutcome.Rejected(var problems) ->
          new LentOutcome.Rejected(
              problems.stream()
                  .map(problem ->
                      problem(
                          CatalogProblem.Kind.MALFORMED,
                          field(problem.field()),
                          "cannot be so: " + problem.message()))
                  .toList());
      case TeamOutcome.NotFound _ ->
          malformed("identifier", "meant a team that has been deleted just now");
      case TeamOutcome.Deleted _ ->
          throw new IllegalStateException("not an outcome of storing a team");
    };
  }

  private static String field(String ofTeam) {
    return switch (ofTeam) {
      case "name" -> "title";
      case DESCRIPTION -> "properties.description";
      default -> ofTeam;
    };
  }

  private static LentOutcome malformed(String field, String message) {
    return rejected(CatalogProblem.Kind.MALFORMED, field, message);
  }

  private static LentOutcome rejected(CatalogProblem.Kind kind, String field, String message) {
    return new LentOutcome.Rejected(List.of(problem(kind, field, message)));
  }

  private static CatalogProblem problem(CatalogProblem.Kind kind, String field, String message) {
    return new CatalogProblem(kind, field, message, Optional.empty());
  }

  static LentEntity lent(Belonging belonging) {
    return lent(
        belonging.groupId(),
        belonging.identifier(),
        belonging.shownName(),
        belonging.description(),
        ALWAYS);
  }

  static LentEntity lent(TeamAccount account) {
    return lent(
        account.team().groupId(),
        account.team().identifier(),
        account.team().shownName(),
        account.description(),
        new Provenance(account.createdAt(), "portcullis", account.updatedAt(), "portcullis"));
  }

  private static LentEntity lent(
      UUID groupId,
      String identifier,
      String name,
      Optional<String> description,
      Provenance provenance) {
    return new LentEntity(
        groupId.toString(),
        new Entity(
            SystemBlueprints.TEAM,
            identifier,
            Optional.of(name),
            Optional.empty(),
            List.of(),
            description
                .<Map<String, Object>>map(text -> Map.of(DESCRIPTION, text))
                .orElse(Map.of()),
            Map.of(),
            provenance));
  }
}
