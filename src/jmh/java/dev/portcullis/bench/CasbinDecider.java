package dev.portcullis.bench;

import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorBoolean;
import com.googlecode.aviator.runtime.type.AviatorObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.util.function.CustomFunction;

/**
 * jCasbin: a policy line for each rule, membership as its role graph, and two functions of ours for
 * what it has no words for: which grant covers which action, and who owns an entity. The cheapest
 * test stands first.
 */
final class CasbinDecider implements Decider {

  private static final String MODEL =
      """
      [request_definition]
      r = sub, bp, obj, act
      [policy_definition]
      p = sub, bp, act
      [role_definition]
      g = _, _
      [policy_effect]
      e = some(where (p.eft == allow))
      [matchers]
      m = r.bp == p.bp && covers(p.act, r.act) && (g(r.sub, p.sub) || (p.sub == "owners" && owns(r.sub, r.obj)))
      """;

  private final Enforcer enforcer;
  private final List<Object[]> questions = new ArrayList<>();
  private final Map<String, List<String>> teams = new HashMap<>();
  private final Map<String, List<String>> owners = new HashMap<>();

  CasbinDecider(BenchWorld world) {
    Model model = new Model();
    model.loadModelFromText(MODEL);
    enforcer = new Enforcer(model);
    enforcer.enableLog(false);
    enforcer.enableAutoBuildRoleLinks(false);
    enforcer.addFunction("covers", new Predicate("covers", CasbinDecider::covers));
    enforcer.addFunction("owns", new Predicate("owns", this::owns));
    for (BenchRule rule : world.rules()) {
      enforcer.addPolicy(grantee(rule), rule.blueprint(), rule.action());
    }
    for (int number = 0; number < world.questions().size(); number++) {
      add(world.questions().get(number), number);
    }
    enforcer.buildRoleLinks();
  }

  @Override
  public boolean allows(int question) {
    return enforcer.enforce(questions.get(question));
  }

  /** An entity may be owned otherwise in another question, and so is named anew for each. */
  private void add(BenchQuestion question, int number) {
    String person = "user:" + question.person();
    String entity = number + ":" + question.entity();
    question.teams().forEach(team -> enforcer.addGroupingPolicy(person, "team:" + team));
    question.roles().forEach(role -> enforcer.addGroupingPolicy(person, "role:" + role));
    teams.put(person, question.teams());
    owners.put(entity, question.owners());
    questions.add(new Object[] {person, question.blueprint(), entity, question.action()});
  }

  private static String grantee(BenchRule rule) {
    return switch (rule.grantee()) {
      case OWNERS -> "owners";
      case ROLE -> "role:" + rule.name();
      case TEAM -> "team:" + rule.name();
      case USER -> "user:" + rule.name();
    };
  }

  private static boolean covers(String granted, String asked) {
    return granted.equals(asked)
        || asked.equals("read")
        || (granted.equals("update") && asked.indexOf('.') > 0);
  }

  private boolean owns(String person, String entity) {
    return !Collections.disjoint(
        owners.getOrDefault(entity, List.of()), teams.getOrDefault(person, List.of()));
  }

  /** A function of two texts. */
  private static final class Predicate extends CustomFunction {

    private final String name;
    private final transient BiPredicate<String, String> test;

    Predicate(String name, BiPredicate<String, String> test) {
      this.name = name;
      this.test = test;
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public AviatorObject call(Map<String, Object> env, AviatorObject some, AviatorObject other) {
      return AviatorBoolean.valueOf(
          test.test(
              FunctionUtils.getStringValue(some, env), FunctionUtils.getStringValue(other, env)));
    }
  }
}
