package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.organization.Sql;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The doorway to the names under which managers are shown beside those whom they manage. */
@Component
public class ManagerNames {

  private final JdbcClient jdbc;
  private final UserRow row;

  ManagerNames(JdbcClient jdbc, UserRow row) {
    this.jdbc = jdbc;
    this.row = row;
  }

  /**
   * The {@code displayName}, or else the {@code userName}, of those of these ids that are users of
   * the connection; one statement.
   */
  @OneTransaction(readOnly = true)
  public Map<UUID, String> of(Connection connection, Collection<UUID> ids) {
    return jdbc
        .sql(
            """
            select %s
            from unnest(cast(? as uuid array), cast(? as uuid array)) as k (organization_id, user_id)
            join users u on u.organization_id = k.organization_id and u.user_id = k.user_id
            where u.connection_id = ?
            """
                    .formatted(UserRow.COLUMNS)
                + Users.VISIBLE)
        .param(Sql.repeated("uuid", connection.organizationId(), ids))
        .param(Sql.array("uuid", ids))
        .param(connection.id())
        .query(row)
        .stream()
        .collect(Collectors.toUnmodifiableMap(User::id, ManagerNames::name));
  }

  private static String name(User user) {
    return user.attributes().text("displayName").orElse(user.userName());
  }
}
