package dev.portcullis.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * From where the entities of a blueprint have their owning teams.
 *
 * @param title what the portal calls the owners, if somebody said so; nobody is told one that he
 *     did not say, for a client that compares both would find a difference for ever
 * @param path of inherited ownership: relations joined by dots, from the entity to the one whose
 *     teams it takes over
 */
public record Ownership(Type type, Optional<String> title, Optional<String> path) {

  /** What the portal calls the owners of people and teams. */
  public static final String DEFAULT_TITLE = "Owning teams";

  /** The ways in which entities get their owners. */
  public enum Type {
    /** Each entity names its own. */
    DIRECT("Direct"),
    /** Each entity has the owners of the one at the end of a path of relations. */
    INHERITED("Inherited");

    private final String wireName;

    Type(String wireName) {
      this.wireName = wireName;
    }

    /** The name as Port spells it. */
    public String wireName() {
      return wireName;
    }

    /** The type of that name; case counts. */
    public static Optional<Type> named(String name) {
      return Arrays.stream(values()).filter(type -> type.wireName.equals(name)).findFirst();
    }
  }

  /** Each entity names its own owners. */
  public static Ownership direct(Optional<String> title) {
    return new Ownership(Type.DIRECT, title, Optional.empty());
  }

  boolean isInherited() {
    return type == Type.INHERITED;
  }

  /** The relations of the path, one after another. */
  List<String> steps() {
    return path.map(text -> List.of(text.split("\\.", -1))).orElse(List.of());
  }
}
