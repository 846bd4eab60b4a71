package dev.portcullis.catalog;

import dev.portcullis.organization.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of which entities point to which; it says what the entities' relations say. */
@Component
class EntityLinks {

  private final JdbcClient jdbc;
  private final EntityRows rows;

  EntityLinks(JdbcClient jdbc, EntityRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** An entity that points to another one. */
  record Link(Entity from, String relation, String targetBlueprint, String targetDigest) {}

  /** Keeps what a new entity points to; one statement, or none. */
  void add(UUID organizationId, BlueprintDefinition kind, Entity entity) {
    List<String> relations = new ArrayList<>();
    List<String> blueprints = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    eachTarget(
        kind,
        entity,
        (relation, identifier) -> {
          relations.add(relation);
          blueprints.add(kind.relation(relation).target());
          digests.add(IdentifierDigest.of(identifier));
        });
    if (relations.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into entity_links
              (organization_id, blueprint, identifier_digest, relation, target_blueprint,
               target_digest)
            select s.organization_id, s.blueprint, s.identifier_digest, s.relation,
                   s.target_blueprint, s.target_digest
            from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as varchar array),
                        cast(? as varchar array), cast(? as varchar array),
                        cast(? as varchar array))
              as s(organization_id, blueprint, identifier_digest, relation, target_blueprint,
                   target_digest)
            """)
        .params(
            Sql.repeated("uuid", organizationId, relations),
            Sql.repeated("varchar", entity.blueprint(), relations),
            Sql.repeated("varchar", IdentifierDigest.of(entity.identifier()), relations),
            Sql.array("varchar", relations),
            Sql.array("varchar", blueprints),
            Sql.array("varchar", digests))
        .update();
  }

  private static void eachTarget(
      BlueprintDefinition kind, Entity entity, BiConsumer<String, String> each) {
    entity.relations().keySet().stream()
        .filter(relation -> kind.relations().containsKey(relation))
        .forEach(relation ->
            entity.related(relation).stream()
                .distinct()
                .forEach(identifier -> each.accept(relation, identifier)));
  }

  /** The same of one that pointed elsewhere. */
  void replace(UUID organizationId, BlueprintDefinition kind, Entity entity) {
    jdbc.sql(
            """
            delete from entity_links
            where organization_id = ? and blueprint = ? and identifier_digest = ?
            """)
        .params(organizationId, entity.blueprint(), IdentifierDigest.of(entity.identifier()))
        .update();
    add(organizationId, kind, entity);
  }

  /** At most so many of those that point to any of these; one statement. */
  List<Link> to(UUID organizationId, Collection<Entity> targets, int limit) {
    List<Entity> all = List.copyOf(targets);
    if (all.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select e.blueprint, e.identifier, e.title, e.icon, e.teams, e.properties, e.relations,
                   e.created_at, e.created_by, e.updated_at, e.updated_by,
                   l.relation, l.target_blueprint, l.target_digest
            from unnest(cast(? as uuid array), cast(? as varchar array), cast(? as varchar array))
              as s(organization_id, target_blueprint, target_digest)
            join entity_links l
              on l.organization_id = s.organization_id and l.target_blueprint = s.target_blueprint
             and l.target_digest = s.target_digest
            join entities e
              on e.organization_id = l.organization_id and e.blueprint = l.blueprint
             and e.identifier_digest = l.identifier_digest
            order by l.blueprint, l.identifier_digest
            """
                + "fetch first "
                + limit
                + " rows only")
        .params(
            Sql.repeated("uuid", organizationId, all),
            Sql.array("varchar", all.stream().map(Entity::blueprint).toList()),
            Sql.array(
                "varchar", all.stream().map(one -> IdentifierDigest.of(one.identifier())).toList()))
        .query((row, number) ->
            new Link(
                rows.entity(row, number),
                row.getString("relation"),
                row.getString("target_blueprint"),
                row.getString("target_digest")))
        .list();
  }

  /** Lets what points to an entity follow it to another identifier. */
  void follow(UUID organizationId, String blueprint, String formerly, String now) {
    jdbc.sql(
            """
            update entity_links set target_digest = ?
            where organization_id = ? and target_blueprint = ? and target_digest = ?
            """)
        .params(IdentifierDigest.of(now), organizationId, blueprint, IdentifierDigest.of(formerly))
        .update();
  }

  /** Lets what points to entities of a blueprint follow it to another identifier. */
  void followBlueprint(UUID organizationId, String formerly, String now) {
    jdbc.sql(
            """
            update entity_links set target_blueprint = ?
            where organization_id = ? and target_blueprint = ?
            """)
        .params(now, organizationId, formerly)
        .update();
  }

  /** Forgets what points to an entity. */
  void forget(UUID organizationId, Entity target) {
    jdbc.sql(
            """
            delete from entity_links
            where organization_id = ? and target_blueprint = ? and target_digest = ?
            """)
        .params(organizationId, target.blueprint(), IdentifierDigest.of(target.identifier()))
        .update();
  }

  /** Forgets what a blueprint's entities point to by relations that they have no more. */
  void forget(UUID organizationId, String blueprint, Collection<String> relations) {
    relations.forEach(relation ->
        jdbc.sql(
                """
                delete from entity_links
                where organization_id = ? and blueprint = ? and relation = ?
                """)
            .params(organizationId, blueprint, relation)
            .update());
  }

  /** Whether an entity of another blueprint points to one of these. */
  boolean isPointedTo(UUID organizationId, String blueprint) {
    return !jdbc.sql(
            """
            select 1 from entity_links
            where organization_id = ? and target_blueprint = ? and blueprint <> ?
            fetch first 1 rows only
            """)
        .params(organizationId, blueprint, blueprint)
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  /** The relations of an entity where one of its targets is gone, or bears another name. */
  static Map<String, Object> relations(
      Entity entity, String relation, String formerly, Optional<String> now) {
    Map<String, Object> relations = new LinkedHashMap<>(entity.relations());
    switch (relations.get(relation)) {
      case List<?> several -> {
        List<Object> others = new ArrayList<>();
        several.forEach(one -> {
          if (!one.equals(formerly)) {
            others.add(one);
          } else {
            now.ifPresent(others::add);
          }
        });
        relations.put(relation, others);
      }
      case String one when one.equals(formerly) -> {
        if (now.isPresent()) {
          relations.put(relation, now.get());
        } else {
          relations.remove(relation);
        }
      }
      case null, default -> {
        // It points elsewhere.
      }
    }
    return relations;
  }
}
