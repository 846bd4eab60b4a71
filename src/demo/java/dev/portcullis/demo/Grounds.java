package dev.portcullis.demo;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One reason of a decision, as lines for people: the sentence, where it is written, what shows it.
 */
record Grounds(JsonNode reason) {

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(reason.path("message").asString(reason.toString()));
    JsonNode rule = reason.path("rule");
    if (!rule.isMissingNode()) {
      lines.add(
          "  written in %s, version %s: %s"
              .formatted(
                  rule.path("document").asString(""),
                  rule.path("version").asString("?"),
                  rule.path("key").asString("")));
    }
    reason.path("evidence").forEach(evidence -> lines.add("  " + shownBy(evidence)));
    return lines;
  }

  private static String shownBy(JsonNode evidence) {
    String source =
        switch (evidence.path("source").asString("")) {
          case "scim" -> "pushed over SCIM";
          case "sign-in" -> "claimed at a sign-in";
          default -> evidence.path("source").asString("");
        };
    return "%s at %s, request %s"
        .formatted(
            source, evidence.path("at").asString("?"), evidence.path("traceId").asString("?"));
  }
}
