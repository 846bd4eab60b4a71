package dev.portcullis.bench;

import dev.portcullis.bench.BenchRule.Grantee;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Rules of many documents, and questions of which about half are answered with yes.
 *
 * <p>Names are made anew for each use, so that no engine finds them by identity.
 */
record BenchWorld(List<BenchRule> rules, List<BenchQuestion> questions) {

  /** What one blueprint's document has, as Port's own examples do. */
  private static final int RULES_PER_DOCUMENT = 25;

  private static final int QUESTIONS = 512;
  private static final int ENTITIES_PER_DOCUMENT = 25;

  static final List<String> ACTIONS =
      List.of(
          "read",
          "register",
          "update",
          "unregister",
          "updateProperties.p0",
          "updateProperties.p1",
          "updateProperties.p2",
          "updateProperties.p3",
          "updateProperties.p4",
          "updateRelations.r0");

  /** A world of documents of the usual size. */
  static BenchWorld ofManyDocuments(int rules, int teamsOfAPerson) {
    return new Maker(rules, RULES_PER_DOCUMENT, teamsOfAPerson).make();
  }

  /** A world whose rules all stand in one document. */
  static BenchWorld ofOneDocument(int rules, int teamsOfAPerson) {
    return new Maker(rules, rules, teamsOfAPerson).make();
  }

  private static final class Maker {

    private final Random random = new Random(42);
    private final int documents;
    private final int rulesPerDocument;
    private final int teamsOfAPerson;
    private final int teams;
    private final List<BenchRule> rules = new ArrayList<>();

    Maker(int rules, int rulesPerDocument, int teamsOfAPerson) {
      this.documents = rules / rulesPerDocument;
      this.rulesPerDocument = rulesPerDocument;
      this.teamsOfAPerson = teamsOfAPerson;
      this.teams = Math.max(2 * teamsOfAPerson, rules);
    }

    BenchWorld make() {
      for (int document = 0; document < documents; document++) {
        addDocument("blueprint-" + document);
      }
      List<BenchQuestion> questions = new ArrayList<>();
      for (int i = 0; i < QUESTIONS; i++) {
        questions.add(question(i));
      }
      return new BenchWorld(List.copyOf(rules), List.copyOf(questions));
    }

    private void addDocument(String blueprint) {
      int before = rules.size();
      rules.add(new BenchRule(blueprint, "update", Grantee.OWNERS, ""));
      for (String action : ACTIONS) {
        rules.add(new BenchRule(blueprint, action, Grantee.ROLE, blueprint + "-moderator"));
      }
      for (int i = 0; rules.size() - before < rulesPerDocument; i++) {
        String action = ACTIONS.get(i % ACTIONS.size());
        rules.add(
            i % 4 == 3
                ? new BenchRule(blueprint, action, Grantee.USER, person(random.nextInt(QUESTIONS)))
                : new BenchRule(blueprint, action, Grantee.TEAM, team()));
      }
    }

    private BenchQuestion question(int number) {
      int document = random.nextInt(documents);
      String blueprint = "blueprint-" + document;
      String action = ACTIONS.get(random.nextInt(ACTIONS.size()));
      List<String> owners = random.nextInt(3) == 0 ? List.of() : List.of(team());
      Set<String> held = new LinkedHashSet<>();
      if (random.nextBoolean()) {
        held.add(grantedTeam(blueprint, action, owners));
      }
      while (held.size() < teamsOfAPerson) {
        held.add(team());
      }
      List<String> roles =
          random.nextInt(8) == 0 ? List.of("Member", blueprint + "-moderator") : List.of("Member");
      return new BenchQuestion(
          person(number),
          roles,
          List.copyOf(held),
          action,
          blueprint,
          blueprint + "/entity-" + random.nextInt(ENTITIES_PER_DOCUMENT),
          owners);
    }

    /** A team that the document grants the action to, so that the answer will be yes. */
    private String grantedTeam(String blueprint, String action, List<String> owners) {
      List<String> granted = new ArrayList<>(action.startsWith("update") ? owners : List.of());
      rules.stream()
          .filter(rule -> rule.blueprint().equals(blueprint) && rule.grantee() == Grantee.TEAM)
          .filter(rule -> rule.action().equals(action) || action.equals("read"))
          .forEach(rule -> granted.add(rule.name()));
      return granted.isEmpty() ? team() : copy(granted.get(random.nextInt(granted.size())));
    }

    private String team() {
      return "team-" + random.nextInt(teams);
    }

    private static String person(int number) {
      return "person-" + number + "@acme.example";
    }

    private static String copy(String name) {
      return String.valueOf(name.toCharArray());
    }
  }
}
