package dev.portcullis.access;

import java.util.List;

/**
 * What came of the policy of an action's scope.
 *
 * @param met whether it grants
 * @param condition which one granted, from 0; -1 if none did
 * @param problems what could not be evaluated
 * @param capped the queries that found more than they may yield
 */
record PolicyVerdict(boolean met, int condition, List<String> problems, List<String> capped) {

  static PolicyVerdict failed(String problem) {
    return new PolicyVerdict(false, -1, List.of(problem), List.of());
  }
}
