package dev.portcullis.demo;

import dev.portcullis.demo.ExpectedDecisions.Action;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * May this person do this with this repository?
 *
 * @param teams the teams that the file and the sign-ins give the person
 */
record Question(Person person, Set<String> teams, Action action, Repository repository) {

  boolean expected() {
    return ExpectedDecisions.allowed(teams, action, repository);
  }

  /** As AuthZEN asks it; with the grounds if {@code explained}. */
  Map<String, ?> toJson(boolean explained) {
    return Map.of(
        "subject", Map.of("type", "user", "id", person.email()),
        "action", Map.of("name", action.name().toLowerCase(Locale.ROOT)),
        "resource", Map.of("type", Scenario.BLUEPRINT, "id", repository.name()),
        "context", explained ? Map.of("explain", true) : Map.of());
  }

  @Override
  public String toString() {
    return "%s %s %s"
        .formatted(person.login(), action.name().toLowerCase(Locale.ROOT), repository.name());
  }
}
