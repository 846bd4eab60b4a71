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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Stores blueprints, within a transaction of {@link Catalog}. */
@Component
class BlueprintWrites {

  private final BlueprintRows rows;
  private final AuditTrail audit;
  private final BlueprintPages pages;
  private final Clock clock;

  BlueprintWrites(BlueprintRows rows, AuditTrail audit, BlueprintPages pages, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.pages = pages;
    this.clock = clock;
  }

  BlueprintOutcome create(Caller caller, BlueprintDefinition sent, boolean withCatalogPage) {
    if (SystemBlueprints.are(sent.identifier())) {
      return new BlueprintOutcome.Rejected(
          List.of(CatalogProblem.system("identifier", sent.identifier())));
    }
    BlueprintDefinition definition = sent.settled();
    List<CatalogProblem> problems = problems(caller.organizationId(), definition);
    if (!problems.isEmpty()) {
      return new BlueprintOutcome.Rejected(problems);
    }
    if (rows.find(caller.organizationId(), definition.identifier()).isPresent()) {
      return new BlueprintOutcome.Exists(definition.identifier());
    }
    Blueprint made = insert(caller, definition);
    pages.make(caller, definition, withCatalogPage);
    return new BlueprintOutcome.Created(made);
  }

  /** Takes the place of what there is; of a system blueprint what it adds alone. */
  BlueprintOutcome replace(Caller caller, BlueprintDefinition sent) {
    UUID organizationId = caller.organizationId();
    boolean system = SystemBlueprints.are(sent.identifier());
    BlueprintDefinition definition = system ? SystemBlueprints.additions(sent) : sent.settled();
    Optional<Blueprint> before = rows.locked(organizationId, definition.identifier());
    if (before.isEmpty() && !system) {
      return new BlueprintOutcome.NotFound(definition.identifier());
    }
    List<CatalogProblem> problems = problems(organizationId, definition);
    if (!problems.isEmpty()) {
      return new BlueprintOutcome.Rejected(problems);
    }
    Blueprint after =
        before
            .map(was -> update(caller, was, definition))
            .orElseGet(() -> insert(caller, definition));
    return new BlueprintOutcome.Replaced(
        SystemBlueprints.fixed(definition.identifier())
            .map(fixed -> SystemBlueprints.extended(fixed, after))
            .orElse(after));
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
    rows.update(caller.organizationId(), after);
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
