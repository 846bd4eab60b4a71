package dev.portcullis.catalog;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OneTransaction;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The doorway to changes of an organization's blueprints. */
@Component
public class Blueprints {

  private final BlueprintWrites writes;
  private final BlueprintPages pages;
  private final BlueprintRemovals removals;
  private final BlueprintMigrations migrations;

  Blueprints(
      BlueprintWrites writes,
      BlueprintPages pages,
      BlueprintRemovals removals,
      BlueprintMigrations migrations) {
    this.writes = writes;
    this.pages = pages;
    this.removals = removals;
    this.migrations = migrations;
  }

  /**
   * Makes a blueprint and the page of its entities.
   *
   * @param withCatalogPage whether it gets a page that lists them all, too
   */
  @OneTransaction
  public BlueprintOutcome create(
      Caller caller, BlueprintDefinition definition, boolean withCatalogPage) {
    BlueprintOutcome outcome = writes.create(caller, definition);
    if (outcome instanceof BlueprintOutcome.Created(Blueprint made)) {
      pages.make(caller, made.definition(), withCatalogPage);
    }
    return outcome;
  }

  /** Makes a blueprint without any page: for whoever says which pages there are. */
  @OneTransaction
  public BlueprintOutcome createWithoutPages(Caller caller, BlueprintDefinition definition) {
    return writes.create(caller, definition);
  }

  /** Whether it is one of people or teams. */
  public boolean isSystem(String identifier) {
    return SystemBlueprints.are(identifier);
  }

  /** The definition as it would be kept; of people and teams what it adds. */
  public BlueprintDefinition kept(BlueprintDefinition sent) {
    return isSystem(sent.identifier()) ? SystemBlueprints.additions(sent) : sent.settled();
  }

  /**
   * Puts a definition in the place of a blueprint, which may get another identifier by it: then
   * everything that names it follows. What is fixed of people and teams stays; the rest of it is
   * theirs who say so.
   */
  @OneTransaction
  public BlueprintOutcome replace(
      Caller caller, String identifier, BlueprintDefinition definition) {
    return writes.change(caller, identifier, _ -> definition, false);
  }

  /**
   * Changes a blueprint.
   *
   * @param edit what the definition is to be, given what it is; of people and teams the whole
   */
  @OneTransaction
  public BlueprintOutcome edit(
      Caller caller, String identifier, UnaryOperator<BlueprintDefinition> edit) {
    return writes.change(caller, identifier, edit, true);
  }

  /** The fixed part of a blueprint of people or teams. */
  public Optional<Blueprint> structure(String identifier) {
    return SystemBlueprints.fixed(identifier);
  }

  /**
   * Deletes a blueprint on which nothing depends, with its pages and permissions.
   *
   * @param withActions whether its actions go, too; else they keep it
   */
  @OneTransaction
  public BlueprintRemoval delete(Caller caller, String identifier, boolean withActions) {
    return removals.delete(caller, identifier, withActions);
  }

  /** Deletes all entities of a blueprint, and the blueprint too if that is wanted. */
  @OneTransaction
  public BlueprintRemoval deleteEntities(
      Caller caller, String identifier, boolean withBlueprint, boolean withActions) {
    return removals.deleteEntities(caller, identifier, withBlueprint, withActions);
  }

  /** The deletion of that number. */
  @OneTransaction(readOnly = true)
  public Optional<BlueprintMigration> migration(UUID organizationId, UUID id) {
    return migrations.find(organizationId, id);
  }
}
