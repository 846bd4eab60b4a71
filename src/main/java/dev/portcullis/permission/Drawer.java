package dev.portcullis.permission;

import dev.portcullis.permission.Decision.Allowed;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Obstacle;
import dev.portcullis.permission.Reason.Unmet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Rules that the same match meets, in their order, with the answer made beforehand.
 *
 * @param first allows by the first of them; empty if there are none
 */
record Drawer(List<Granted> grounds, Optional<Allowed> first) {

  static Drawer of(Collection<Rule> rules, Match match, Reach reach) {
    List<Granted> grounds =
        rules.stream()
            .sorted(RuleOrder.BY_PLACE)
            .map(rule -> new Granted(rule, match, reach))
            .toList();
    return new Drawer(
        grounds, grounds.stream().findFirst().map(ground -> new Allowed(List.of(ground))));
  }

  /** What each of them asks for. */
  List<Obstacle> needs() {
    return grounds.stream()
        .<Obstacle>map(ground -> new Unmet(ground.rule(), ground.reach()))
        .toList();
  }
}
