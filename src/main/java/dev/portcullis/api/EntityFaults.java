package dev.portcullis.api;

import dev.portcullis.access.AccountOutcome;
import dev.portcullis.access.Denial;
import dev.portcullis.access.EntityWriteOutcome;
import dev.portcullis.catalog.Entity;
import dev.portcullis.catalog.EntityOutcome;
import dev.portcullis.catalog.RemovalOutcome;
import dev.portcullis.organization.ClientCredentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Port calls the reasons for which an entity does not become what somebody wants. */
final class EntityFaults {

  private EntityFaults() {}

  /** How an entity that was stored, or could be, is told of. */
  record Written(
      Entity entity,
      boolean isNew,
      boolean isStored,
      List<String> ignored,
      Optional<ClientCredentials> credentials) {

    Written(Entity entity, boolean isNew, boolean isStored) {
      this(entity, isNew, isStored, List.of(), Optional.empty());
    }
  }

  /** The entity; throws what stood in the way. */
  static Written written(String blueprint, EntityWriteOutcome outcome) {
    return switch (outcome) {
      case EntityWriteOutcome.Denied(Denial denial) -> throw denied(denial);
      case EntityWriteOutcome.AccountRefused(AccountOutcome why) -> throw AccountFaults.of(why, "");
      case EntityWriteOutcome.OfPerson(
              EntityOutcome decided,
              List<String> ignored,
              Optional<ClientCredentials> credentials) -> {
        Written plain = written(blueprint, new EntityWriteOutcome.Decided(decided));
        yield new Written(plain.entity(), plain.isNew(), plain.isStored(), ignored, credentials);
      }
      case EntityWriteOutcome.Decided(EntityOutcome decided) ->
          switch (decided) {
            case EntityOutcome.Created(Entity entity) -> new Written(entity, true, true);
            case EntityOutcome.Replaced(Entity entity) -> new Written(entity, false, true);
            case EntityOutcome.Fits(Entity entity) -> new Written(entity, false, false);
            case EntityOutcome.BlueprintNotFound _ -> throw CatalogFaults.noBlueprint(blueprint);
            case EntityOutcome.NotFound(String identifier) ->
                throw CatalogFaults.noEntity(identifier);
            case EntityOutcome.TargetNotFound target -> throw noTarget(target);
            case EntityOutcome.Exists(String identifier) ->
                throw RequestFault.conflict(
                    "an entity `%s` exists already; send `?upsert=true` to replace it"
                        .formatted(identifier));
            case EntityOutcome.Rejected(var problems) -> throw CatalogFaults.rejected(problems);
          };
    };
  }

  static RequestFault denied(Denial denial) {
    return RequestFault.forbidden(
        "you may not %s this entity: %s".formatted(denial.operation(), denial.reason()),
        denial.operation(),
        denial.blueprint(),
        denial.identifier(),
        denial.reason());
  }

  private static RequestFault noTarget(EntityOutcome.TargetNotFound target) {
    return new RequestFault(
        new PortError(
            404,
            "not_found",
            ("Entity with identifier \"%s\" was not found in blueprint `%s`, where `relations.%s`"
                    + " leads; make it first, or send `?create_missing_related_entities=true`")
                .formatted(target.identifier(), target.blueprint(), target.relation()),
            Map.of(
                "resource",
                "Entity",
                "byField",
                "identifier",
                "withValue",
                target.identifier(),
                "field",
                "relations." + target.relation())));
  }

  static RequestFault refused(RemovalOutcome why) {
    return switch (why) {
      case RemovalOutcome.NotFound(String identifier) -> CatalogFaults.noEntity(identifier);
      case RemovalOutcome.HasDependents(String identifier) ->
          CatalogFaults.hasDependents(
              "entity `%s`".formatted(identifier),
              "others must relate to it; delete them first, or send `?delete_dependents=true`");
      case RemovalOutcome.TooMany(int most) ->
          RequestFault.invalid(
              "more than %d entities relate to these; delete some of those first".formatted(most));
      case RemovalOutcome.Planned _ ->
          throw new IllegalStateException("a plan that was judged is done");
    };
  }
}
