package dev.portcullis.directory.query;

import dev.portcullis.attribute.AttributeKey;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The tables of values: one row for every value that has no column of its own. */
public enum ValueTable {
  USERS("user_values", "user_id", "urn:ietf:params:scim:schemas:core:2.0:User"),
  GROUPS("group_values", "group_id", "urn:ietf:params:scim:schemas:core:2.0:Group");

  private final String table;
  private final String owner;
  private final String urn;

  ValueTable(String table, String owner, String urn) {
    this.table = table;
    this.owner = owner;
    this.urn = urn;
  }

  /** Its name. */
  public String table() {
    return table;
  }

  /** The column that says whose value it is. */
  public String owner() {
    return owner;
  }

  /** The schema that all resources have whose values lie here (RFC 7643 §4). */
  public String urn() {
    return urn;
  }

  /** How the values of an attribute compare, in a row of that alias. */
  static Column column(String alias, AttributeKey.Kind kind) {
    return switch (kind) {
      case TEXT ->
          new TextColumn(
              SqlPart.of(alias + ".folded_text"),
              true,
              text -> equal(alias, "folded_text", text, text.hashCode()));
      case EXACT_TEXT, BOOLEAN ->
          new TextColumn(
              SqlPart.of(alias + ".exact_text"),
              false,
              text -> equal(alias, "exact_text", text, Texts.folded(text).hashCode()));
      case NUMBER -> new NumberColumn(alias + ".number_value");
      case INSTANT -> new MomentColumn(alias + ".instant_value", ChronoUnit.MICROS);
      case COMPLEX -> throw new IllegalArgumentException("an object does not compare");
    };
  }

  /** Through the index, which has the hash. */
  private static List<SqlPart> equal(String alias, String column, String text, int hash) {
    String condition = "%1$s.folded_hash = ? and %1$s.%2$s = ?".formatted(alias, column);
    return List.of(SqlPart.of(condition, hash, text));
  }

  /** The condition that a path is the attribute's or, of an object, one below it. */
  static SqlPart under(String alias, AttributeKey attribute) {
    String path = attribute.path();
    // No character stands between the point and the slash.
    SqlPart below =
        SqlPart.of("%1$s.path >= ? and %1$s.path < ?".formatted(alias), path + ".", path + "/");
    return SqlPart.any(List.of(SqlPart.of(alias + ".path = ?", path), below));
  }
}
