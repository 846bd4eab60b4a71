package dev.portcullis.permission;

import java.util.Comparator;

/**
 * The order of rules whose conditions the same match meets, so that the order in which they were
 * handed in shows in no answer.
 */
final class RuleOrder {

  static final Comparator<Rule> BY_PLACE =
      Comparator.comparing((Rule rule) -> rule.action().actionName())
          .thenComparing(rule -> rule.source().document())
          .thenComparingLong(rule -> rule.source().version())
          .thenComparing(rule -> rule.source().key())
          .thenComparing(rule -> rule.condition().toString());

  private RuleOrder() {}
}
