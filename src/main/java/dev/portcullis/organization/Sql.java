package dev.portcullis.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The one way in which instants cross into {@code timestamp with time zone} columns and back, equal
 * on H2 and PostgreSQL: microseconds, in UTC.
 */
public final class Sql {

  /** The most elements of an array: H2 takes no more. */
  public static final int MOST_ELEMENTS = 65_536;

  private Sql() {}

  /** A bind value for an instant; finer parts than a microsecond are cut off. */
  public static OffsetDateTime timestamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** A bind value for an instant that may be missing. */
  public static @Nullable OffsetDateTime timestamp(Optional<Instant> instant) {
    return instant.map(Sql::timestamp).orElse(null);
  }

  /** The instant in a column that is not null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class), column).toInstant();
  }

  /** The instant in a column that may be null. */
  public static Optional<Instant> optionalInstant(ResultSet row, String column)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  /**
   * A bind value of many, for {@code unnest(cast(? as … array))}.
   *
   * <p>Rows are looked up by joining such arrays, one for each column of the key, the
   * organization's repeated: H2 uses an index's first column alone for {@code = any(…)}, and
   * PostgreSQL, where the organization is a constant and statistics are missing, may read all of it
   * for each of the many.
   *
   * @param type the elements' type in SQL, such as {@code uuid}
   */
  public static SqlArrayValue array(String type, Collection<?> values) {
    return new SqlArrayValue(type, values.toArray());
  }

  /** Values in lots that each fit into such an array, in their order. */
  public static <T> List<List<T>> lots(Collection<T> values) {
    List<T> all = List.copyOf(values);
    List<List<T>> lots = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST_ELEMENTS) {
      lots.add(all.subList(from, Math.min(from + MOST_ELEMENTS, all.size())));
    }
    return lots;
  }

  /**
   * Stands on H2, which has no such settings, for PostgreSQL's function of that name.
   *
   * @return the value
   */
  public static String setConfig(String name, String value, boolean untilTransactionEnds) {
    return value;
  }

  /** Stands on H2, which does without, for our function of that name on PostgreSQL. */
  public static void gatherStatistics(String[] tables) {
    // Nothing to gather.
  }

  /** The same value as often as there are others. */
  public static SqlArrayValue repeated(String type, Object value, Collection<?> others) {
    return array(type, Collections.nCopies(others.size(), value));
  }
}
