package dev.portcullis.access;

import dev.portcullis.audit.AuditLog;
import dev.portcullis.audit.LogQuery;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Decides what of the audit log somebody may read. Admins and API clients read all of it. Others
 * must name an event or an entity, and read of entities that are there and that they may read; what
 * they may not is as if it were not there.
 */
@Component
public class AuditReading {

  /** The most blueprints in which entities of one identifier are looked for. */
  private static final int MAX_ENTITIES = 50;

  private final EffectiveRoles roles;
  private final AuditLog log;
  private final Catalog catalog;
  private final AccessDecisions decisions;

  AuditReading(EffectiveRoles roles, AuditLog log, Catalog catalog, AccessDecisions decisions) {
    this.roles = roles;
    this.log = log;
    this.catalog = catalog;
    this.decisions = decisions;
  }

  /** What of a query the caller gets to see. */
  public AuditReach of(Caller caller, LogQuery query) {
    return switch (caller.actor()) {
      case Actor.Client _ -> new AuditReach.Within(query);
      case Actor.Person(UUID userId, _, _, _) -> of(caller.organizationId(), userId, query);
      case Actor.Provisioner _, Actor.IdentityProvider _, Actor.Server _ ->
          new AuditReach.Unnamed();
    };
  }

  private AuditReach of(UUID organizationId, UUID userId, LogQuery query) {
    if (isAdmin(organizationId, userId)) {
      return new AuditReach.Within(query);
    }
    if (query.entity().isEmpty() && query.id().isEmpty()) {
      return new AuditReach.Unnamed();
    }
    List<AuditLog.KnownEntity> known =
        log.entitiesOf(organizationId, query.entity(), query.id(), MAX_ENTITIES);
    Set<String> readable =
        known.stream()
            .filter(entity -> isWanted(query, entity))
            .filter(entity -> mayRead(organizationId, userId, entity))
            .map(AuditLog.KnownEntity::blueprint)
            .collect(Collectors.toUnmodifiableSet());
    return new AuditReach.Within(query.ofEntitiesIn(readable));
  }

  private static boolean isWanted(LogQuery query, AuditLog.KnownEntity entity) {
    return query.blueprints().isEmpty() || query.blueprints().get().contains(entity.blueprint());
  }

  private boolean mayRead(UUID organizationId, UUID userId, AuditLog.KnownEntity entity) {
    // Of what is deleted nobody can say who may read it.
    return catalog.entity(organizationId, entity.blueprint(), entity.identifier()).isPresent()
        && decisions
            .decide(
                organizationId,
                AccessQuestion.plain(userId, "read", entity.blueprint(), entity.identifier()))
            .allowed();
  }

  private boolean isAdmin(UUID organizationId, UUID userId) {
    return roles
        .of(organizationId, userId)
        .filter(role -> role.role().equals(PortRole.ADMIN.wireName()))
        .isPresent();
  }
}
