package dev.portcullis.demo;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Asks the server to decide and compares its answers with the file. */
final class DecisionRound {

  private final ApiClient api;
  private final Differences differences;
  private final AtomicInteger checked = new AtomicInteger();

  DecisionRound(ApiClient api, Differences differences) {
    this.api = api;
    this.differences = differences;
  }

  void ask(Question question) {
    decide(question, false);
  }

  int checked() {
    return checked.get();
  }

  /** Asks again with the grounds, and shows them. */
  void show(List<Question> questions, PrintStream out) {
    out.println();
    out.println("Some decisions and their grounds");
    for (Question question : questions) {
      JsonNode answer = decide(question, true);
      out.printf(
          "%n  %-5s  %s%n", answer.path("decision").asBoolean(false) ? "ALLOW" : "DENY", question);
      JsonNode reasons = answer.at("/context/reasons");
      differences.compare("grounds given for " + question, true, !reasons.isEmpty());
      reasons.forEach(
          reason -> new Grounds(reason).lines().forEach(line -> out.println("         " + line)));
    }
  }

  private JsonNode decide(Question question, boolean explained) {
    JsonNode answer = api.post("/access/v1/evaluation", question.toJson(explained)).expect(200);
    JsonNode decision = answer.path("decision");
    differences.compare(
        question.toString(),
        question.expected() ? "allow" : "deny",
        decision.isBoolean() ? (decision.asBoolean() ? "allow" : "deny") : answer.toString());
    checked.incrementAndGet();
    return answer;
  }
}
