package dev.portcullis.catalog;

/** A kind of entity that an organization keeps in its catalog. */
public record Blueprint(BlueprintDefinition definition, Provenance provenance) {

  public String identifier() {
    return definition.identifier();
  }
}
