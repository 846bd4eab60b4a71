package dev.portcullis.catalog;

import java.util.Optional;

/**
 * That entities of one blueprint point to entities of another.
 *
 * @param target identifier of the other blueprint
 * @param required whether every entity must point somewhere
 * @param many whether an entity may point to several
 */
public record Relation(
    String target,
    boolean required,
    boolean many,
    Optional<String> title,
    Optional<String> description) {

  Relation to(String otherTarget) {
    return new Relation(otherTarget, required, many, title, description);
  }
}
