package dev.portcullis.demo;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A repository of the file.
 *
 * @param name {@code organisation/repository}
 * @param rights which team has which right: admin, maintain, write, triage or read
 */
record Repository(String name, Map<String, String> rights) {

  private static final Set<String> OWNING_RIGHTS = Set.of("admin", "maintain", "write");

  /** The teams that may change it. Triage and read do not own, and child teams inherit nothing. */
  Set<String> owningTeams() {
    Set<String> teams = new TreeSet<>();
    rights.forEach((team, right) -> {
      if (OWNING_RIGHTS.contains(right)) {
        teams.add(team);
      }
    });
    return teams;
  }

  String organization() {
    return name.substring(0, name.indexOf('/'));
  }

  String title() {
    return name.substring(name.indexOf('/') + 1);
  }
}
