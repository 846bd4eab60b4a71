package dev.portcullis.access;

import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.EntitySource;
import dev.portcullis.catalog.LentEntity;
import dev.portcullis.catalog.Provenance;
import dev.portcullis.catalog.SystemBlueprints;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.Team;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lends the catalog the directory's groups as teams. */
@Component
class TeamEntities implements EntitySource {

  private static final Provenance ALWAYS =
      new Provenance(Instant.EPOCH, "portcullis", Instant.EPOCH, "portcullis");

  private final Memberships memberships;

  TeamEntities(Memberships memberships) {
    this.memberships = memberships;
  }

  @Override
  public String blueprint() {
    return SystemBlueprints.TEAM;
  }

  @Override
  public Optional<LentEntity> find(UUID organizationId, String identifier) {
    return memberships.teamOf(organizationId, identifier).map(TeamEntities::lent);
  }

  @Override
  public List<LentEntity> some(UUID organizationId, int limit) {
    return memberships.teams(organizationId, limit).stream().map(TeamEntities::lent).toList();
  }

  static LentEntity lent(Belonging belonging) {
    return lent(belonging.groupId(), belonging.identifier(), belonging.shownName());
  }

  static LentEntity lent(Team team) {
    return lent(team.groupId(), team.identifier(), team.shownName());
  }

  private static LentEntity lent(UUID groupId, String identifier, String name) {
    return new LentEntity(
        groupId.toString(),
        new Entity(
            SystemBlueprints.TEAM,
            identifier,
            Optional.of(name),
            Optional.empty(),
            List.of(),
            Map.of(),
            Map.of(),
            ALWAYS));
  }
}
