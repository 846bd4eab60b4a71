package dev.portcullis.directory.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of SQL.
 *
 * @param text ours alone; what a client sent is in the parameters
 * @param parameters of the question marks in the text, in their order
 */
public record SqlPart(String text, List<Object> parameters) {

  static final SqlPart TRUE = of("1 = 1");
  static final SqlPart FALSE = of("1 = 0");

  public SqlPart {
    parameters = List.copyOf(parameters);
  }

  /** A piece with its parameters. */
  public static SqlPart of(String text, Object... parameters) {
    return new SqlPart(text, List.of(parameters));
  }

  /** This and another behind it. */
  public SqlPart then(SqlPart next) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(next.parameters);
    return new SqlPart(text + next.text, all);
  }

  /** This and another piece behind it. */
  public SqlPart then(String more, Object... moreParameters) {
    return then(of(more, moreParameters));
  }

  /** True where each of these conditions is. */
  static SqlPart all(List<SqlPart> conditions) {
    return conditions.isEmpty() ? TRUE : joined(" and ", conditions);
  }

  /** True where one of these conditions is. */
  static SqlPart any(List<SqlPart> conditions) {
    return conditions.isEmpty() ? FALSE : joined(" or ", conditions);
  }

  /** True where this condition is false. */
  SqlPart negated() {
    return of("(not (").then(this).then("))");
  }

  /**
   * True where these rows, behind {@code select …}, are any. PostgreSQL would join what it finds a
   * bare {@code exists} in, and until it has gathered statistics may do so row by row; in a
   * function it looks the rows up through their key.
   */
  static SqlPart exists(SqlPart rows) {
    return of("coalesce(exists (select 1").then(rows).then("), false)");
  }

  static SqlPart joined(String gap, List<SqlPart> parts) {
    String text =
        parts.stream().map(SqlPart::text).collect(Collectors.joining(")" + gap + "(", "((", "))"));
    return new SqlPart(text, parts.stream().flatMap(part -> part.parameters.stream()).toList());
  }
}
