package dev.portcullis.access.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One part of an import under way, with what was planned for it. */
final class PartRun<T extends ConfigurationItem> {

  private static final String NOT_AS_SAID =
      "would not be as the file says when all else is done; something else in the file contradicts"
          + " it, or somebody changed it at the same moment";

  private final ConfigurationPart<T> part;
  private final ImportRun run;
  private final PartPlan<T> plan;

  PartRun(ConfigurationPart<T> part, ImportRun run) {
    this.part = part;
    this.run = run;
    this.plan = part.plan(run);
  }

  void apply() {
    part.apply(run, plan);
  }

  /** How many things are to be done. */
  int changes(boolean prunes) {
    return plan.add().size() + plan.change().size() + (prunes ? plan.missing().size() : 0);
  }

  Set<ConfigurationReference> missing() {
    return plan.missing().stream()
        .map(ConfigurationItem::reference)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What is not wanted, but for what goes with its owner. */
  private List<T> surplus(Set<ConfigurationReference> allMissing) {
    return plan.missing().stream()
        .filter(item -> item.owner().filter(allMissing::contains).isEmpty())
        .toList();
  }

  void remove(Set<ConfigurationReference> allMissing) {
    part.remove(run, surplus(allMissing));
  }

  /** Looks whether everything is now as it is wanted. */
  void verify(boolean prune) {
    PartPlan<T> rest = part.plan(run);
    List<ConfigurationItem> wrong = new ArrayList<>(rest.add());
    rest.change().forEach(change -> wrong.add(change.after()));
    if (prune) {
      wrong.addAll(rest.missing());
    }
    wrong.forEach(item -> run.refuse(item.reference(), NOT_AS_SAID));
  }

  List<ConfigurationItem> added() {
    return List.copyOf(plan.add());
  }

  List<ConfigurationChange> changed() {
    return plan.change().stream()
        .map(change -> new ConfigurationChange(change.before(), change.after()))
        .toList();
  }

  List<ConfigurationItem> notWanted(Set<ConfigurationReference> allMissing) {
    return List.copyOf(surplus(allMissing));
  }

  int unchanged() {
    return plan.unchanged();
  }
}
