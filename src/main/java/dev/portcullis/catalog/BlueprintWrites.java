package dev.portcullis.catalog;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Stores blueprints, within a transaction of {@link Blueprints}. */
@Component
class BlueprintWrites {

  private final BlueprintRows rows;
  private final AuditTrail audit;
  private final BlueprintRenames renames;
  private final EntityReshaping reshaping;
  private final Clock clock;

  BlueprintWrites(
      BlueprintRows rows,
      AuditTrail audit,
      BlueprintRenames renames,
      EntityReshaping reshaping,
      Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.renames = renames;
    this.reshaping = reshaping;
    this.clock = clock;
  }

  BlueprintOutcome create(Caller caller, BlueprintDefinition sent) {
    // Importers make each blueprint and change what they are told is there.
    if (SystemBlueprints.are(sent.identifier())) {
      return new BlueprintOutcome.Exists(sent.identifier());
    }
    BlueprintDefinition definition = sent.settled();
    List<CatalogProblem> problems = problems(caller.organizationId(), definition);
    if (!problems.isEmpty()) {
      return new BlueprintOutcome.Rejected(problems);
    }
    return taken(caller.organizationId(), definition.identifier(), Optional.empty())
        .orElseGet(() -> new BlueprintOutcome.Created(insert(caller, definition)));
  }

  /**
   * Changes what there is; of a system blueprint what it adds alone.
   *
   * @param isPartial whether the edit says what changes alone: whatever of the fixed part it takes
   *     away is then a mistake
   */
  BlueprintOutcome change(
      Caller caller,
      String identifier,
      UnaryOperator<BlueprintDefinition> edit,
      boolean isPartial) {
    UUID organizationId = caller.organizationId();
    Optional<Blueprint> before = rows.locked(organizationId, identifier);
    Optional<Blueprint> fixed = SystemBlueprints.fixed(identifier);
    if (fixed.isPresent()) {
      return extend(caller, fixed.get(), before, edit, isPartial);
    }
    if (before.isEmpty()) {
      return new BlueprintOutcome.NotFound(identifier);
    }
    BlueprintDefinition sent = edit.apply(before.get().definition());
    BlueprintDefinition definition = sent.withTarget(identifier, sent.identifier()).settled();
    List<CatalogProblem> problems = problems(organizationId, definition);
    if (!problems.isEmpty()) {
      return new BlueprintOutcome.Rejected(problems);
    }
    boolean isRenamed = !definition.identifier().equals(identifier);
    Optional<BlueprintOutcome> taken =
        isRenamed
            ? taken(organizationId, definition.identifier(), Optional.of(identifier))
            : Optional.empty();
    if (taken.isPresent()) {
      return taken.get();
    }
    Blueprint after = update(caller, before.get(), definition);
    if (isRenamed) {
      renames.follow(caller, identifier, definition.identifier());
    }
    reshaping.follow(
        caller,
        before.get().definition().withTarget(identifier, definition.identifier()),
        definition);
    return new BlueprintOutcome.Replaced(after);
  }

  /**
   * What has the identifier already, or one that the names of roles cannot tell from it (Port rule
   * 4): whoever moderates the one would moderate the other.
   *
   * @param itself the blueprint that is to have it, if there is one
   */
  private Optional<BlueprintOutcome> taken(
      UUID organizationId, String identifier, Optional<String> itself) {
    List<String> alike =
        Stream.concat(
                rows.all(organizationId).stream().map(Blueprint::identifier),
                SystemBlueprints.all().stream().map(BlueprintDefinition::identifier))
            .filter(other -> Identifiers.folded(other).equals(Identifiers.folded(identifier)))
            .filter(other -> !itself.equals(Optional.of(other)))
            .toList();
    if (alike.contains(identifier)) {
      return Optional.of(new BlueprintOutcome.Exists(identifier));
    }
    return alike.stream().findFirst().map(other -> new BlueprintOutcome.Alike(identifier, other));
  }

  private BlueprintOutcome extend(
      Caller caller,
      Blueprint fixed,
      Optional<Blueprint> before,
      UnaryOperator<BlueprintDefinition> edit,
      boolean isPartial) {
    BlueprintDefinition shown =
        before.map(added -> SystemBlueprints.extended(fixed, added)).orElse(fixed).definition();
    BlueprintDefinition sent = edit.apply(shown);
    List<CatalogProblem> guarded = SystemBlueprints.guarded(fixed.definition(), sent, isPartial);
    if (!guarded.isEmpty()) {
      return new BlueprintOutcome.Rejected(guarded);
    }
    BlueprintDefinition definition = SystemBlueprints.additions(sent);
    List<CatalogProblem> problems = problems(caller.organizationId(), definition);
    if (!problems.isEmpty()) {
      return new BlueprintOutcome.Rejected(problems);
    }
    Blueprint after;
    if (before.isPresent()) {
      after = update(caller, before.get(), definition);
      reshaping.follow(caller, before.get().definition(), definition);
    } else {
      after = insert(caller, definition);
    }
    return new BlueprintOutcome.Replaced(SystemBlueprints.extended(fixed, after));
  }

  private Blueprint insert(Caller caller, BlueprintDefinition definition) {
    Blueprint made =
        new Blueprint(definition, Provenance.made(clock.instant(), caller.actor().identifier()));
    rows.insert(caller.organizationId(), made);
    audit.record(
        caller,
        AuditEntry.created("blueprint", made.identifier(), Map.of("title", definition.title())));
    return made;
  }

  private Blueprint update(Caller caller, Blueprint before, BlueprintDefinition definition) {
    Blueprint after =
        new Blueprint(
            definition, before.provenance().changed(clock.instant(), caller.actor().identifier()));
    rows.update(caller.organizationId(), before.identifier(), after);
    audit.record(
        caller,
        AuditEntry.updated(
            "blueprint",
            after.identifier(),
            Map.of("definition", before.definition()),
            Map.of("definition", definition)));
    return after;
  }

  private List<CatalogProblem> problems(UUID organizationId, BlueprintDefinition definition) {
    Map<String, BlueprintDefinition> known =
        Stream.concat(
                rows.all(organizationId).stream().map(Blueprint::definition),
                SystemBlueprints.all().stream())
            .collect(
                Collectors.toMap(
                    BlueprintDefinition::identifier, Function.identity(), (_, fixed) -> fixed));
    return BlueprintReview.of(definition, known);
  }
}
