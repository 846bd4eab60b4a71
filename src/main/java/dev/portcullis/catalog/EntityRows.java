package dev.portcullis.catalog;

import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of entities.
 *
 * <p>The key holds the {@link IdentifierDigest}.
 */
@Component
class EntityRows {

  /** How many are written by one statement. */
  private static final int VALUES_AT_ONCE = 500;

  private static final String SELECT =
      """
      select blueprint, identifier, title, icon, teams, properties, relations, created_at,
             created_by, updated_at, updated_by
      from entities
      """;

  private static final TypeReference<List<OwningTeam>> TEAMS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EntityRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Those of these identifiers; one statement. */
  List<Entity> named(UUID organizationId, String blueprint, Collection<String> identifiers) {
    return named(organizationId, Map.of(blueprint, identifiers));
  }

  /** Those of these identifiers, by blueprints; one statement. */
  List<Entity> named(UUID organizationId, Map<String, ? extends Collection<String>> identifiers) {
    List<String> blueprints = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    identifiers.forEach((blueprint, of) ->
        of.stream()
            .distinct()
            .forEach(identifier -> {
              blueprints.add(blueprint);
              digests.add(IdentifierDigest.of(identifier));
            }));
    if (digests.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select e.blueprint, e.identifier, e.title, e.icon, e.teams, e.properties, e.relations,
                   e.created_at, e.created_by, e.updated_at, e.updated_by
            from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as varchar array))
              as s(organization_id, blueprint, identifier_digest)
            join entities e
              on e.organization_id = s.organization_id and e.blueprint = s.blueprint
             and e.identifier_digest = s.identifier_digest
            """)
        .params(
            Sql.repeated("uuid", organizationId, digests),
            Sql.array("varchar", blueprints),
            Sql.array("varchar", digests))
        .query(this::entity)
        .list();
  }

  /** In order of their identifiers' digests, at most so many behind that digest. */
  List<Entity> after(UUID organizationId, String blueprint, String digest, int limit) {
    return jdbc.sql(
            SELECT
                + "where organization_id = ? and blueprint = ? and identifier_digest > ?"
                + " order by identifier_digest fetch first "
                + limit
                + " rows only")
        .params(organizationId, blueprint, digest)
        .query(this::entity)
        .list();
  }

  Optional<Entity> find(UUID organizationId, String blueprint, String identifier) {
    return one(organizationId, blueprint, identifier, "");
  }

  /** As {@link #find}, and no other transaction changes it until this one ends. */
  Optional<Entity> locked(UUID organizationId, String blueprint, String identifier) {
    return one(organizationId, blueprint, identifier, " for update");
  }

  private Optional<Entity> one(
      UUID organizationId, String blueprint, String identifier, String lock) {
    return jdbc.sql(
            SELECT + "where organization_id = ? and blueprint = ? and identifier_digest = ?" + lock)
        .params(organizationId, blueprint, IdentifierDigest.of(identifier))
        .query(this::entity)
        .optional();
  }

  /**
   * Stores a new one. A blueprint that another transaction deletes at this moment makes this one
   * run again, to find that it is gone.
   */
  void insert(UUID organizationId, Entity entity) {
    try {
      insertRow(organizationId, entity);
    } catch (DuplicateKeyException e) {
      throw e;
    } catch (DataIntegrityViolationException e) {
      throw new ConcurrencyFailureException("the blueprint is gone", e);
    }
  }

  private void insertRow(UUID organizationId, Entity entity) {
    jdbc.sql(
            """
            insert into entities
              (organization_id, blueprint, identifier_digest, identifier, title, icon, teams,
               properties, relations, created_at, created_by, updated_at, updated_by)
            values
              (:organization, :blueprint, :digest, :identifier, :title, :icon, :teams,
               :properties, :relations, :createdAt, :createdBy, :updatedAt, :updatedBy)
            """)
        .param("identifier", entity.identifier())
        .param("createdAt", Sql.timestamp(entity.provenance().createdAt()))
        .param("createdBy", entity.provenance().createdBy())
        .params(columns(organizationId, entity))
        .update();
  }

  void update(UUID organizationId, Entity entity) {
    jdbc.sql(
            """
            update entities set
              title = :title, icon = :icon, teams = :teams, properties = :properties,
              relations = :relations, updated_at = :updatedAt, updated_by = :updatedBy
            where organization_id = :organization and blueprint = :blueprint
              and identifier_digest = :digest
            """)
        .params(columns(organizationId, entity))
        .update();
  }

  /** The same under another identifier. */
  void rename(UUID organizationId, Entity entity, String identifier) {
    jdbc.sql(
            """
            update entities set identifier = ?, identifier_digest = ?
            where organization_id = ? and blueprint = ? and identifier_digest = ?
            """)
        .params(
            identifier,
            IdentifierDigest.of(identifier),
            organizationId,
            entity.blueprint(),
            IdentifierDigest.of(entity.identifier()))
        .update();
  }

  /** Stores properties and relations of many that there are; one statement for each lot. */
  void updateValues(UUID organizationId, List<Entity> entities, Instant at, String by) {
    for (int from = 0; from < entities.size(); from += VALUES_AT_ONCE) {
      updateSome(
          organizationId,
          entities.subList(from, Math.min(from + VALUES_AT_ONCE, entities.size())),
          at,
          by);
    }
  }

  private void updateSome(UUID organizationId, List<Entity> some, Instant at, String by) {
    jdbc.sql(
            """
            merge into entities e
            using (
              select * from unnest(cast(:organizations as uuid array),
                                   cast(:blueprints as varchar array),
                                   cast(:digests as varchar array),
                                   cast(:properties as varchar array),
                                   cast(:relations as varchar array))
                as s(organization_id, blueprint, identifier_digest, properties, relations)) s
            on e.organization_id = s.organization_id and e.blueprint = s.blueprint
              and e.identifier_digest = s.identifier_digest
            when matched then update set
              properties = s.properties, relations = s.relations, updated_at = :at,
              updated_by = :by
            """)
        .param("organizations", Sql.repeated("uuid", organizationId, some))
        .param("blueprints", Sql.array("varchar", some.stream().map(Entity::blueprint).toList()))
        .param(
            "digests",
            Sql.array(
                "varchar",
                some.stream().map(one -> IdentifierDigest.of(one.identifier())).toList()))
        .param(
            "properties",
            Sql.array(
                "varchar",
                some.stream().map(one -> json.writeValueAsString(one.properties())).toList()))
        .param(
            "relations",
            Sql.array(
                "varchar",
                some.stream().map(one -> json.writeValueAsString(one.relations())).toList()))
        .param("at", Sql.timestamp(at))
        .param("by", by)
        .update();
  }

  /** How many there are. */
  int count(UUID organizationId, String blueprint) {
    return jdbc.sql("select count(*) from entities where organization_id = ? and blueprint = ?")
        .params(organizationId, blueprint)
        .query(Integer.class)
        .single();
  }

  /** Deletes all of a blueprint; answers how many there were. */
  int deleteAll(UUID organizationId, String blueprint) {
    return jdbc.sql("delete from entities where organization_id = ? and blueprint = ?")
        .params(organizationId, blueprint)
        .update();
  }

  void delete(UUID organizationId, Entity entity) {
    jdbc.sql(
            """
            delete from entities
            where organization_id = ? and blueprint = ? and identifier_digest = ?
            """)
        .params(organizationId, entity.blueprint(), IdentifierDigest.of(entity.identifier()))
        .update();
  }

  private Map<String, @Nullable Object> columns(UUID organizationId, Entity entity) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("organization", organizationId);
    columns.put("blueprint", entity.blueprint());
    columns.put("digest", IdentifierDigest.of(entity.identifier()));
    columns.put("title", entity.title().orElse(null));
    columns.put("icon", entity.icon().orElse(null));
    columns.put("teams", json.writeValueAsString(entity.teams()));
    columns.put("properties", json.writeValueAsString(entity.properties()));
    columns.put("relations", json.writeValueAsString(entity.relations()));
    columns.put("updatedAt", Sql.timestamp(entity.provenance().updatedAt()));
    columns.put("updatedBy", entity.provenance().updatedBy());
    return columns;
  }

  Entity entity(ResultSet row, int number) throws SQLException {
    return new Entity(
        row.getString("blueprint"),
        row.getString("identifier"),
        Optional.ofNullable(row.getString("title")),
        Optional.ofNullable(row.getString("icon")),
        json.readValue(row.getString("teams"), TEAMS),
        json.readValue(row.getString("properties"), VALUES),
        json.readValue(row.getString("relations"), VALUES),
        BlueprintRows.provenance(row));
  }
}
