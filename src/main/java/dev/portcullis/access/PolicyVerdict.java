package dev.portcullis.access;

import dev.portcullis.permission.Verdict;
import java.util.List;

/**
 * What came of the policy of an action's scope.
 *
 * @param capped the queries that found more than they may yield
 */
record PolicyVerdict(Verdict verdict, List<String> capped) {

  static PolicyVerdict failed(String problem) {
    return new PolicyVerdict(new Verdict.Failed(problem), List.of());
  }
}
