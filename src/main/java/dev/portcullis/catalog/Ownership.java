package dev.portcullis.catalog;

/**
 * From where the entities of a blueprint have their owning teams.
 *
 * @param title what the portal calls the owners
 */
public record Ownership(Type type, String title) {

  /** What the portal calls the owners where nobody says otherwise. */
  public static final String DEFAULT_TITLE = "Owning teams";

  /** The ways in which entities get their owners. */
  public enum Type {
    /** Each entity names its own. */
    DIRECT
  }
}
