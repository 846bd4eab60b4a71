package dev.portcullis.access.configuration;

import dev.portcullis.access.configuration.ConfigurationItem.OfBlueprint;
import dev.portcullis.catalog.BlueprintOutcome;
import dev.portcullis.catalog.BlueprintRemoval;
import dev.portcullis.catalog.Blueprints;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.catalog.CatalogProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Blueprints, which may relate to each other in circles: those of a circle are made without
 * relations first. What still cannot be, because it rests on another change, is tried again after
 * that.
 */
final class BlueprintsPart extends ConfigurationPart<OfBlueprint> {

  private final Catalog catalog;
  private final Blueprints blueprints;

  BlueprintsPart(Catalog catalog, Blueprints blueprints) {
    super(ConfigurationKind.BLUEPRINT, OfBlueprint.class);
    this.catalog = catalog;
    this.blueprints = blueprints;
  }

  /** Something to do for a blueprint. */
  private record Step(OfBlueprint item, Supplier<Applied> attempt) {}

  @Override
  List<OfBlueprint> present(UUID organizationId) {
    return catalog.declared(organizationId).stream().map(OfBlueprint::new).toList();
  }

  @Override
  OfBlueprint settled(UUID organizationId, OfBlueprint sent, Optional<OfBlueprint> before) {
    return new OfBlueprint(blueprints.kept(sent.definition()));
  }

  @Override
  void apply(ImportRun run, PartPlan<OfBlueprint> plan) {
    List<Step> steps = new ArrayList<>(additions(run, plan.add()));
    plan.change()
        .forEach(change ->
            steps.add(
                new Step(change.after(), () -> change(run, change.before(), change.after()))));
    whileThereIsProgress(steps)
        .forEach(refused -> run.attempt(refused.step().item(), refused::why));
  }

  /** Makes those that nothing stops, in the order in which they need each other; then circles. */
  private List<Step> additions(ImportRun run, List<OfBlueprint> add) {
    Set<ConfigurationReference> there = new HashSet<>();
    catalog
        .everyBlueprint(run.organizationId())
        .forEach(blueprint ->
            there.add(
                new ConfigurationReference(ConfigurationKind.BLUEPRINT, blueprint.identifier())));
    List<Step> steps = new ArrayList<>();
    List<OfBlueprint> waiting = new ArrayList<>(add);
    boolean progress = true;
    while (progress) {
      List<OfBlueprint> ready =
          waiting.stream().filter(item -> item.needs().allMatch(there::contains)).toList();
      ready.forEach(item -> {
        steps.add(new Step(item, () -> create(run, item)));
        there.add(item.reference());
      });
      progress = waiting.removeAll(ready);
    }
    Set<ConfigurationReference> circular = new HashSet<>(there);
    waiting.forEach(item -> circular.add(item.reference()));
    for (OfBlueprint item : waiting) {
      boolean isWhole = !item.needs().allMatch(circular::contains);
      steps.add(isWhole ? new Step(item, () -> create(run, item)) : ofCircle(run, item));
    }
    return steps;
  }

  /** Makes one without relations at once, so that others can relate to it. */
  private Step ofCircle(ImportRun run, OfBlueprint item) {
    OfBlueprint bare = new OfBlueprint(item.definition().withoutRelations());
    Applied made = create(run, bare);
    return new Step(item, made.isRefused() ? () -> made : () -> change(run, bare, item));
  }

  @Override
  Applied create(ImportRun run, OfBlueprint item) {
    // A file with pages says which pages there are; else a blueprint brings its own, as always.
    BlueprintOutcome outcome =
        blueprints.isSystem(item.identifier())
            ? blueprints.replace(run.caller(), item.identifier(), item.definition())
            : run.wanted().says(ConfigurationKind.PAGE)
                ? blueprints.createWithoutPages(run.caller(), item.definition())
                : blueprints.create(run.caller(), item.definition(), false);
    return applied(outcome);
  }

  @Override
  Applied change(ImportRun run, OfBlueprint before, OfBlueprint after) {
    return applied(blueprints.replace(run.caller(), after.identifier(), after.definition()));
  }

  @Override
  void remove(ImportRun run, List<OfBlueprint> items) {
    List<Step> steps = items.stream().map(item -> new Step(item, () -> remove(run, item))).toList();
    List<Refused> left = whileThereIsProgress(steps);
    // What is left may be a circle, which nothing holds together but its own relations.
    left.stream()
        .map(refused -> refused.step().item())
        .filter(item -> !item.definition().relations().isEmpty())
        .forEach(item ->
            blueprints.replace(
                run.caller(), item.identifier(), item.definition().withoutRelations()));
    whileThereIsProgress(left.stream().map(Refused::step).toList())
        .forEach(refused -> run.note(refused.step().item(), refused.why()));
  }

  @Override
  Applied remove(ImportRun run, OfBlueprint item) {
    if (blueprints.isSystem(item.identifier())) {
      return applied(
          blueprints.replace(run.caller(), item.identifier(), item.definition().emptied()));
    }
    return switch (blueprints.delete(run.caller(), item.identifier(), false)) {
      case BlueprintRemoval.Removed _, BlueprintRemoval.Migrated _ -> Applied.DONE;
      case BlueprintRemoval.NotFound _ -> Applied.refused("is gone meanwhile; import again");
      case BlueprintRemoval.Guarded _ -> Applied.refused("is the server's own and stays");
      case BlueprintRemoval.HasDependents(_, List<String> dependents) ->
          Applied.refused(
              "cannot be removed while there is %s".formatted(String.join(", ", dependents)));
    };
  }

  /** A step that came to nothing. */
  private record Refused(Step step, Applied why) {}

  /** Tries all, and again what was refused as long as others come about; answers what is left. */
  private static List<Refused> whileThereIsProgress(List<Step> steps) {
    List<Step> open = steps;
    List<Refused> refused = List.of();
    boolean progress = true;
    while (progress && !open.isEmpty()) {
      refused =
          open.stream()
              .map(step -> new Refused(step, step.attempt().get()))
              .filter(tried -> tried.why().isRefused())
              .toList();
      progress = refused.size() < open.size();
      open = refused.stream().map(Refused::step).toList();
    }
    return open.isEmpty() ? List.of() : refused;
  }

  private static Applied applied(BlueprintOutcome outcome) {
    return switch (outcome) {
      case BlueprintOutcome.Created _, BlueprintOutcome.Replaced _ -> Applied.DONE;
      case BlueprintOutcome.NotFound _ -> Applied.refused("is gone meanwhile; import again");
      case BlueprintOutcome.Exists _ -> Applied.refused("`identifier` was taken meanwhile");
      case BlueprintOutcome.Alike(String identifier, String present) ->
          Applied.refused(
              "`identifier` must differ from `%s` in more than case: `%s` would share its moderators"
                  .formatted(present, identifier));
      case BlueprintOutcome.Rejected(List<CatalogProblem> problems) ->
          Applied.refused(inWords(problems));
    };
  }

  static List<String> inWords(List<CatalogProblem> problems) {
    return problems.stream()
        .map(problem -> "`" + problem.field() + "` " + problem.message())
        .toList();
  }
}
