package dev.portcullis.demo;

import java.util.Collections;
import java.util.Set;

/**
 * Who may do what with a repository, worked out from the file alone.
 *
 * <p>Moderators may do everything. Everybody else reads, as a blueprint's permissions say until
 * they are changed, and updates what one of their teams owns.
 */
final class ExpectedDecisions {

  private ExpectedDecisions() {}

  static boolean allowed(Set<String> teamsOfPerson, Action action, Repository repository) {
    if (teamsOfPerson.stream().anyMatch(Scenario.moderates())) {
      return true;
    }
    return switch (action) {
      case READ -> true;
      case UPDATE -> !Collections.disjoint(teamsOfPerson, repository.owningTeams());
      case REGISTER, UNREGISTER -> false;
    };
  }

  /** Port's operations on entities. */
  enum Action {
    READ,
    REGISTER,
    UPDATE,
    UNREGISTER
  }
}
