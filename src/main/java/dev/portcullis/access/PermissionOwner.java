package dev.portcullis.access;

/** What a permission document belongs to. */
public record PermissionOwner(Kind kind, String identifier) {

  /** What may own one. */
  public enum Kind {
    BLUEPRINT("blueprint"),
    ACTION("action"),
    PAGE("page");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** The name in reasons and in the audit trail. */
    public String wireName() {
      return wireName;
    }
  }

  public static PermissionOwner blueprint(String identifier) {
    return new PermissionOwner(Kind.BLUEPRINT, identifier);
  }

  public static PermissionOwner action(String identifier) {
    return new PermissionOwner(Kind.ACTION, identifier);
  }

  public static PermissionOwner page(String identifier) {
    return new PermissionOwner(Kind.PAGE, identifier);
  }

  /** In words, such as {@code blueprint service}. */
  String inWords() {
    return kind.wireName() + " " + identifier;
  }
}
