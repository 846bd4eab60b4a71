package dev.portcullis.permission;

import dev.portcullis.permission.Decision.Allowed;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Ground;
import dev.portcullis.permission.Reason.Obstacle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Drawers found by what a subject holds: teams, blueprints it moderates, e-mail addresses. */
final class NamedDrawers {

  private final Names names;

  /** In the order of the names. */
  private final List<Drawer> drawers;

  NamedDrawers(Map<String, List<Rule>> rules, Function<String, Match> match, Reach reach) {
    names = Names.of(rules.keySet());
    drawers =
        names.stream()
            .map(name -> Drawer.of(rules.getOrDefault(name, List.of()), match.apply(name), reach))
            .toList();
  }

  /** Allows by the first rule that names something held. */
  Optional<Allowed> first(Names held) {
    int index = names.firstShared(held);
    return index < 0 ? Optional.empty() : drawers.get(index).first();
  }

  /** Every rule that names something held, in order. */
  void grounds(Names held, List<Ground> into) {
    names.eachShared(held, index -> into.addAll(drawers.get(index).grounds()));
  }

  /** Every rule, met by something else than what it names. */
  void allGrounds(Match match, List<Ground> into) {
    for (Drawer drawer : drawers) {
      for (Granted ground : drawer.grounds()) {
        into.add(new Granted(ground.rule(), match, ground.reach()));
      }
    }
  }

  /** What each rule asks for. */
  List<Obstacle> needs() {
    return drawers.stream().flatMap(drawer -> drawer.needs().stream()).toList();
  }
}
