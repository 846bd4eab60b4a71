package dev.portcullis.access;

import dev.portcullis.catalog.BlueprintDefinition;
import dev.portcullis.catalog.Relation;
import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Authorizer;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.EntityChange;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.RuleSet;
import dev.portcullis.permission.UpdateProperty;
import dev.portcullis.permission.UpdateRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Decides a question about an entity; pure. To register one also takes the right to each value that
 * it is to have (Port rule 18): its teams, and whatever is sent or required. Its identifier, title
 * and icon are free.
 */
final class EntityDecision {

  private EntityDecision() {}

  /** The decision; with all its grounds if it is to be explained. */
  static Decision of(
      AccessRequest request,
      RuleSet rules,
      BlueprintDefinition blueprint,
      ClaimedResource claimed,
      boolean explain) {
    if (request.action() != EntityOperation.REGISTER) {
      return explain ? Authorizer.explain(request, rules) : Authorizer.decide(request, rules);
    }
    EntityChange change = EntityChange.registering(request, fields(blueprint, claimed));
    return explain ? Authorizer.explain(change, rules) : Authorizer.decide(change, rules);
  }

  private static List<Action> fields(BlueprintDefinition blueprint, ClaimedResource claimed) {
    List<Action> fields = new ArrayList<>();
    if (!claimed.teams().isEmpty()) {
      fields.add(new UpdateProperty("$team"));
    }
    blueprint.schema().properties().keySet().stream()
        .filter(name -> claims(claimed, name) || blueprint.schema().required().contains(name))
        .map(UpdateProperty::new)
        .forEach(fields::add);
    blueprint.relations().entrySet().stream()
        .filter(relation -> claims(claimed, relation.getKey()) || isRequired(relation))
        .map(relation -> new UpdateRelation(relation.getKey()))
        .forEach(fields::add);
    return fields;
  }

  private static boolean claims(ClaimedResource claimed, String field) {
    return claimed.fields().contains(field);
  }

  private static boolean isRequired(Map.Entry<String, Relation> relation) {
    return relation.getValue().required();
  }
}
