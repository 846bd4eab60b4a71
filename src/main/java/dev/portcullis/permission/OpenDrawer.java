package dev.portcullis.permission;

import dev.portcullis.permission.Decision.Allowed;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Ground;
import dev.portcullis.permission.Reason.Obstacle;
import dev.portcullis.permission.Reason.Unmet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rules that one of many matches may meet, so that the answer is made when it is known which. */
record OpenDrawer(List<Rule> rules, Reach reach) {

  static OpenDrawer of(Collection<Rule> rules, Reach reach) {
    return new OpenDrawer(rules.stream().sorted(RuleOrder.BY_PLACE).toList(), reach);
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Allows by the first of them, of which there must be one. */
  Optional<Allowed> first(Match match) {
    return Optional.of(new Allowed(List.of(new Granted(rules.getFirst(), match, reach))));
  }

  void grounds(Match match, List<Ground> into) {
    for (Rule rule : rules) {
      into.add(new Granted(rule, match, reach));
    }
  }

  /** What each of them asks for. */
  List<Obstacle> needs() {
    return rules.stream().<Obstacle>map(rule -> new Unmet(rule, reach)).toList();
  }
}
