package dev.portcullis.bench;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * cedar-java: a policy for each rule, kept parsed in its cache; teams, roles and actions are
 * parents. Each question brings the three entities that it is about and no more.
 */
final class CedarDecider implements Decider {

  private final AuthorizationEngine engine = new BasicAuthorizationEngine();
  private final PolicySet policies;
  private final List<AuthorizationRequest> requests = new ArrayList<>();
  private final List<Entities> entities = new ArrayList<>();

  CedarDecider(BenchWorld world) throws Exception {
    Set<Policy> texts = new HashSet<>();
    for (BenchRule rule : world.rules()) {
      texts.add(new Policy(text(rule), "rule" + texts.size()));
    }
    policies = new PolicySet(texts);
    policies.cache();
    world.questions().forEach(this::add);
  }

  @Override
  public boolean allows(int question) throws Exception {
    AuthorizationResponse response =
        engine.isAuthorized(requests.get(question), policies, entities.get(question));
    return response.success.orElseThrow().isAllowed();
  }

  private static String text(BenchRule rule) {
    String scope =
        ", action in Action::\"%s\", resource in Blueprint::\"%s\")"
            .formatted(rule.action(), rule.blueprint());
    return switch (rule.grantee()) {
      case OWNERS -> "permit(principal" + scope + " when { principal in resource.owners };";
      case ROLE -> "permit(principal in Role::\"" + rule.name() + "\"" + scope + ";";
      case TEAM -> "permit(principal in Team::\"" + rule.name() + "\"" + scope + ";";
      case USER -> "permit(principal == User::\"" + rule.name() + "\"" + scope + ";";
    };
  }

  private void add(BenchQuestion question) {
    Set<EntityUID> belongsTo = new HashSet<>(uids("Team", question.teams()));
    belongsTo.addAll(uids("Role", question.roles()));
    Map<String, Value> attributes = new HashMap<>();
    attributes.put("owners", new CedarList(List.copyOf(uids("Team", question.owners()))));
    Entity person = new Entity(uid("User", question.person()), belongsTo);
    Entity action =
        new Entity(uid("Action", "asked:" + question.action()), covering(question.action()));
    Entity resource =
        new Entity(
            uid("Entity", question.entity()),
            attributes,
            Set.of(uid("Blueprint", question.blueprint())));
    requests.add(new AuthorizationRequest(person, action, resource, Map.of()));
    entities.add(new Entities(Set.of(person, action, resource)));
  }

  /** The actions whose grants cover this one. */
  private static Set<EntityUID> covering(String asked) {
    Set<EntityUID> covering = new HashSet<>();
    for (String granted : BenchWorld.ACTIONS) {
      boolean isField = granted.equals("update") && asked.indexOf('.') > 0;
      if (granted.equals(asked) || asked.equals("read") || isField) {
        covering.add(uid("Action", granted));
      }
    }
    return covering;
  }

  private static Set<EntityUID> uids(String type, List<String> names) {
    Set<EntityUID> uids = new HashSet<>();
    names.forEach(name -> uids.add(uid(type, name)));
    return uids;
  }

  private static EntityUID uid(String type, String name) {
    return EntityTypeName.parse(type).orElseThrow().of(name);
  }
}
