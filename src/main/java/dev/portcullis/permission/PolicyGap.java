package dev.portcullis.permission;

import dev.portcullis.permission.Policy.AllOf;
import dev.portcullis.permission.Policy.AnyOf;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a request lacks to meet a policy that it does not meet. */
final class PolicyGap {

  private PolicyGap() {}

  /**
   * The fewest rules of the policy that would have to hold too; the first of several ways that are
   * as short. A group without rules is itself what can never hold.
   */
  static List<Policy> missing(Policy policy, AccessRequest request) {
    if (PolicyCheck.isMet(policy, request)) {
      return List.of();
    }
    return switch (policy) {
      case AllOf(List<Policy> rules) when !rules.isEmpty() ->
          rules.stream().flatMap(rule -> missing(rule, request).stream()).toList();
      case AnyOf(List<Policy> rules) when !rules.isEmpty() ->
          rules.stream()
              .map(rule -> missing(rule, request))
              .min(Comparator.comparingInt(List::size))
              .orElseThrow();
      default -> List.of(policy);
    };
  }

  /** What went wrong with those of its rules that could not be evaluated. */
  static List<String> problems(Policy policy, AccessRequest request) {
    return leaves(policy)
        .flatMap(rule -> PolicyCheck.problem(rule, request).stream())
        .distinct()
        .toList();
  }

  private static Stream<Policy> leaves(Policy policy) {
    return switch (policy) {
      case AllOf(List<Policy> rules) -> rules.stream().flatMap(PolicyGap::leaves);
      case AnyOf(List<Policy> rules) -> rules.stream().flatMap(PolicyGap::leaves);
      default -> Stream.of(policy);
    };
  }
}
