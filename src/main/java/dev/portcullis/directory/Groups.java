package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.connection.Connection;
import dev.portcullis.directory.query.ValueTable;
import dev.portcullis.organization.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of groups. Deleted ones are seen by none of the reading methods. */
@Component
class Groups {

  /** Living groups of a connection; a condition on the row may follow. */
  static final String SELECT =
      """
      select %s from groups g
      where g.organization_id = ? and g.connection_id = ? and g.deleted_at is null
      """
          .formatted(GroupRow.COLUMNS);

  private final JdbcClient jdbc;
  private final GroupRow row;
  private final ValueRows values;

  Groups(JdbcClient jdbc, GroupRow row, ValueRows values) {
    this.jdbc = jdbc;
    this.row = row;
    this.values = values;
  }

  Optional<Group> find(Connection connection, UUID groupId) {
    return some(connection, " and g.group_id = ?", groupId).stream().findFirst();
  }

  /** As {@link #find}; whoever changes the group or says something of its members waits. */
  Optional<Group> lock(Connection connection, UUID groupId) {
    return some(connection, " and g.group_id = ? for update", groupId).stream().findFirst();
  }

  /** As {@link #lock}, of whichever connection, or made by hand. */
  Optional<Group> lock(UUID organizationId, UUID groupId) {
    return jdbc.sql(
            "select "
                + GroupRow.COLUMNS
                + " from groups g where g.organization_id = ? and g.group_id = ?"
                + " and g.deleted_at is null for update")
        .params(organizationId, groupId)
        .query(row)
        .optional();
  }

  /** The group that bears a name now, locked; case counts, as it does in a claim. */
  Optional<Group> lockNamed(Connection connection, String displayName) {
    return some(connection, " and g.name_in_use = ? for update", displayName).stream().findFirst();
  }

  /** The groups of a connection that meet a condition on the row. */
  List<Group> some(Connection connection, String condition, Object value) {
    return jdbc.sql(SELECT + condition)
        .params(connection.organizationId(), connection.id(), value)
        .query(row)
        .list();
  }

  /** The groups of these ids that are there. */
  List<Group> all(Connection connection, Collection<UUID> groupIds) {
    return jdbc.sql(
            "select "
                + GroupRow.COLUMNS
                + " from unnest(cast(? as uuid array), cast(? as uuid array))"
                + " as s(organization_id, group_id) join groups g"
                + " on g.organization_id = s.organization_id and g.group_id = s.group_id"
                + " where g.connection_id = ? and g.deleted_at is null")
        .params(
            Sql.repeated("uuid", connection.organizationId(), groupIds),
            Sql.array("uuid", groupIds),
            connection.id())
        .query(row)
        .list();
  }

  void insert(Group group) {
    jdbc.sql(
            """
            insert into groups
              (organization_id, group_id, connection_id, display_name, display_name_key,
               name_in_use, external_id, attributes, identifier, shown_name, shown_name_in_use,
               scim_managed_since, version, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(group.organizationId())
        .param(group.id())
        .param(group.connectionId().orElse(null))
        .param(group.displayName())
        .param(CaseFold.of(group.displayName()))
        .param(group.displayName())
        .param(group.externalId().orElse(null))
        .param(row.written(group.attributes()))
        .param(group.identifier())
        .param(group.shownName())
        .param(group.shownName())
        .param(Sql.timestamp(group.scimManagedSince()))
        .param(group.version())
        .param(Sql.timestamp(group.createdAt()))
        .param(Sql.timestamp(group.updatedAt()))
        .update();
    values.insert(ofGroup(group), group.attributes());
  }

  private static ValueRows.Owner ofGroup(Group group) {
    return new ValueRows.Owner(
        ValueTable.GROUPS, group.organizationId(), group.id(), group.connectionId());
  }

  void update(Group before, Group group) {
    jdbc.sql(
            """
            update groups set
              display_name = ?, display_name_key = ?, name_in_use = ?, external_id = ?,
              attributes = ?,
              shown_name = ?, shown_name_in_use = ?, scim_managed_since = ?, version = ?,
              updated_at = ?
            where organization_id = ? and group_id = ?
            """)
        .param(group.displayName())
        .param(CaseFold.of(group.displayName()))
        .param(group.displayName())
        .param(group.externalId().orElse(null))
        .param(row.written(group.attributes()))
        .param(group.shownName())
        .param(group.shownName())
        .param(Sql.timestamp(group.scimManagedSince()))
        .param(group.version())
        .param(Sql.timestamp(group.updatedAt()))
        .param(group.organizationId())
        .param(group.id())
        .update();
    if (!before.attributes().equals(group.attributes())) {
      values.replace(ofGroup(group), group.attributes());
    }
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
            set deleted_at = ?, name_in_use = null, shown_name_in_use = null, attributes = '{}',
              updated_at = ?
            where organization_id = ? and group_id = ?
            """)
        .params(Sql.timestamp(at), Sql.timestamp(at), group.organizationId(), group.id())
        .update();
    values.delete(ofGroup(group));
  }

  /** Removes the row of a group that another one has taken over; its values go with it. */
  void remove(Group group) {
    jdbc.sql("delete from groups where organization_id = ? and group_id = ?")
        .params(group.organizationId(), group.id())
        .update();
  }
}
