package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.PlainText;
import dev.portcullis.attribute.Window;
import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of groups. Deleted ones are seen by none of the reading methods. */
@Component
class Groups {

  private static final String SELECT =
      """
      select g.organization_id, g.group_id, g.connection_id, g.display_name, g.external_id,
             g.identifier, g.shown_name, g.scim_managed_since, g.version, g.created_at,
             g.updated_at
      from groups g
      where g.organization_id = ? and g.connection_id = ? and g.deleted_at is null
      """;

  private final JdbcClient jdbc;

  Groups(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Group> find(Connection connection, UUID groupId) {
    return some(connection, " and g.group_id = ?", groupId).stream().findFirst();
  }

  /** As {@link #find}; whoever changes the group or says something of its members waits. */
  Optional<Group> lock(Connection connection, UUID groupId) {
    return some(connection, " and g.group_id = ? for update", groupId).stream().findFirst();
  }

  /** The group that bears a name now, locked; case counts, as it does in a claim. */
  Optional<Group> lockNamed(Connection connection, String displayName) {
    return some(connection, " and g.name_in_use = ? for update", displayName).stream().findFirst();
  }

  Page<Group> page(Connection connection, DirectoryQuery query, Window window) {
    return switch (query) {
      case DirectoryQuery.All _ -> everything(connection, window);
      case DirectoryQuery.Equal(var attribute, String value) ->
          Users.window(matching(connection, attribute, value), window);
    };
  }

  private Page<Group> everything(Connection connection, Window window) {
    List<Group> elements =
        jdbc.sql(SELECT + " order by g.group_id offset ? rows fetch next ? rows only")
            .params(connection.organizationId(), connection.id(), window.offset(), window.count())
            .query(Groups::group)
            .list();
    long total =
        jdbc.sql(
                """
                select count(*) from groups
                where organization_id = ? and connection_id = ? and deleted_at is null
                """)
            .params(connection.organizationId(), connection.id())
            .query(Long.class)
            .single();
    return new Page<>(total, elements);
  }

  private List<Group> matching(
      Connection connection, DirectoryQuery.Attribute attribute, String value) {
    if (!PlainText.isPlain(value)) {
      return List.of();
    }
    return switch (attribute) {
      case ID -> Ids.parse(value).flatMap(id -> find(connection, id)).stream().toList();
      case DISPLAY_NAME ->
          some(connection, " and g.display_name_key = ? order by g.group_id", CaseFold.of(value));
      case EXTERNAL_ID -> some(connection, " and g.external_id = ? order by g.group_id", value);
      case USER_NAME -> throw new IllegalArgumentException("groups are not searched by user name");
    };
  }

  private List<Group> some(Connection connection, String condition, Object value) {
    return jdbc.sql(SELECT + condition)
        .params(connection.organizationId(), connection.id(), value)
        .query(Groups::group)
        .list();
  }

  void insert(Group group) {
    jdbc.sql(
            """
            insert into groups
              (organization_id, group_id, connection_id, display_name, display_name_key,
               name_in_use, external_id, identifier, shown_name, shown_name_in_use,
               scim_managed_since, version, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(group.organizationId())
        .param(group.id())
        .param(group.connectionId().orElse(null))
        .param(group.displayName())
        .param(CaseFold.of(group.displayName()))
        .param(group.displayName())
        .param(group.externalId().orElse(null))
        .param(group.identifier())
        .param(group.shownName())
        .param(group.shownName())
        .param(Sql.timestamp(group.scimManagedSince()))
        .param(group.version())
        .param(Sql.timestamp(group.createdAt()))
        .param(Sql.timestamp(group.updatedAt()))
        .update();
  }

  void update(Group group) {
    jdbc.sql(
            """
            update groups set
              display_name = ?, display_name_key = ?, name_in_use = ?, external_id = ?,
              shown_name = ?, shown_name_in_use = ?, scim_managed_since = ?, version = ?,
              updated_at = ?
            where organization_id = ? and group_id = ?
            """)
        .param(group.displayName())
        .param(CaseFold.of(group.displayName()))
        .param(group.displayName())
        .param(group.externalId().orElse(null))
        .param(group.shownName())
        .param(group.shownName())
        .param(Sql.timestamp(group.scimManagedSince()))
        .param(group.version())
        .param(Sql.timestamp(group.updatedAt()))
        .param(group.organizationId())
        .param(group.id())
        .update();
  }

  /** Writes down that SCIM stated the whole membership at that moment. */
  void stateComplete(Group group, Instant at) {
    jdbc.sql("update groups set complete_at = ? where organization_id = ? and group_id = ?")
        .params(Sql.timestamp(at), group.organizationId(), group.id())
        .update();
  }

  /** Leaves a tombstone, so that names in older claims still mean this group and not another. */
  void bury(Group group, Instant at) {
    jdbc.sql(
            """
            update groups
            set deleted_at = ?, name_in_use = null, shown_name_in_use = null, updated_at = ?
            where organization_id = ? and group_id = ?
            """)
        .params(Sql.timestamp(at), Sql.timestamp(at), group.organizationId(), group.id())
        .update();
  }

  /** Removes the row of a group that another one has taken over. */
  void remove(Group group) {
    jdbc.sql("delete from groups where organization_id = ? and group_id = ?")
        .params(group.organizationId(), group.id())
        .update();
  }

  /** The identifier of the living team with this identifier, or else with this shown name. */
  Optional<String> team(UUID organizationId, String identifierOrName) {
    if (!PlainText.isPlain(identifierOrName)) {
      return Optional.empty();
    }
    return jdbc
        .sql(
            """
            select g.identifier, 0 as rank from team_identifiers t
            join groups g on g.organization_id = t.organization_id and g.group_id = t.group_id
            where t.organization_id = :organization and t.identifier = :text
              and g.deleted_at is null
            union all
            select g.identifier, 1 as rank from groups g
            where g.organization_id = :organization and g.shown_name_in_use = :text
            order by rank
            """)
        .param("organization", organizationId)
        .param("text", identifierOrName)
        .query((row, _) -> row.getString("identifier"))
        .stream()
        .findFirst();
  }

  static Group group(ResultSet row, int number) throws SQLException {
    return new Group(
        row.getObject("organization_id", UUID.class),
        row.getObject("group_id", UUID.class),
        Optional.ofNullable(row.getObject("connection_id", UUID.class)),
        row.getString("display_name"),
        Optional.ofNullable(row.getString("external_id")),
        row.getString("identifier"),
        row.getString("shown_name"),
        Sql.optionalInstant(row, "scim_managed_since"),
        row.getLong("version"),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }
}
