package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeSchema;
import dev.portcullis.attribute.AttributeValues;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out who has values of an extension schema. It reads all documents that mention its URN, a
 * few at a time: schemas change rarely, and only what is in the documents is shown.
 */
@Component
class ExtensionValues {

  private static final int ROWS_AT_A_TIME = 500;

  private final JdbcClient jdbc;
  private final AttributesJson json;

  ExtensionValues(JdbcClient jdbc, AttributesJson json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * How many resources have a value under one of these paths.
   *
   * @param paths names of an attribute, and of a part of it; an empty path means any attribute
   */
  long holders(UUID organizationId, AttributeSchema schema, List<List<String>> paths) {
    AtomicLong holders = new AtomicLong();
    jdbc.sql(documents(schema))
        .params(organizationId, "\"" + schema.urn() + "\"")
        .withFetchSize(ROWS_AT_A_TIME)
        .query(row -> {
          AttributeValues attributes = json.read(row.getString("attributes"));
          Object values = attributes.asMap().get(schema.urn());
          if (paths.stream().anyMatch(path -> isThere(values, path))) {
            holders.incrementAndGet();
          }
        });
    return holders.get();
  }

  private static String documents(AttributeSchema schema) {
    return switch (schema.resourceType()) {
      case USER ->
          """
          select attributes from users
          where organization_id = ? and position(cast(? as varchar) in attributes) > 0
          """;
      case GROUP ->
          """
          select attributes from groups
          where organization_id = ? and deleted_at is null
            and position(cast(? as varchar) in attributes) > 0
          """;
    };
  }

  private static boolean isThere(@Nullable Object value, List<String> path) {
    return switch (value) {
      case null -> false;
      case List<?> elements -> elements.stream().anyMatch(element -> isThere(element, path));
      case Object _ when path.isEmpty() -> true;
      case Map<?, ?> parts -> isThere(parts.get(path.getFirst()), path.subList(1, path.size()));
      default -> false;
    };
  }
}
