package dev.portcullis.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who can sign in at the provider.
 *
 * @param groups the claim as Okta's filter leaves it; empty means no claim at all, as Okta does it
 */
record Account(
    String sub,
    String login,
    String email,
    String name,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> groups) {

  /** An account whose claim is what Okta's filter lets through of {@code teams}. */
  static Account of(Person person, Iterable<String> teams) {
    List<String> claimed = new ArrayList<>();
    teams.forEach(team -> {
      if (Scenario.CLAIM_FILTER.test(team)) {
        claimed.add(team);
      }
    });
    return new Account(
        person.externalId(),
        person.login(),
        person.email(),
        person.login(),
        claimed.stream().sorted().toList());
  }
}
