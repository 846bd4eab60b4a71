package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Operand;
import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.PlainText;
import dev.portcullis.attribute.Sorting;
import dev.portcullis.attribute.Window;
import dev.portcullis.connection.Connection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds groups: page by page, by an attribute, or as the team that somebody names. */
@Component
class GroupSearch {

  private final JdbcClient jdbc;
  private final Groups groups;
  private final GroupRow row;

  GroupSearch(JdbcClient jdbc, Groups groups, GroupRow row) {
    this.row = row;
    this.jdbc = jdbc;
    this.groups = groups;
  }

  Page<Group> page(Connection connection, DirectoryQuery query, Sorting sorting, Window window) {
    return switch (query) {
      case DirectoryQuery.All _ -> everything(connection, window);
      case DirectoryQuery.Compare(var attribute, var _, Operand.Text(String value)) ->
          UserSearch.window(matching(connection, attribute.path(), value), window);
      default -> throw new IllegalArgumentException("not searched for yet");
    };
  }

  private Page<Group> everything(Connection connection, Window window) {
    List<Group> elements =
        jdbc.sql(Groups.SELECT + " order by g.group_id offset ? rows fetch next ? rows only")
            .params(connection.organizationId(), connection.id(), window.offset(), window.count())
            .query(row)
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

  private List<Group> matching(Connection connection, String attribute, String value) {
    if (!PlainText.isPlain(value)) {
      return List.of();
    }
    return switch (attribute) {
      case "id" -> Ids.parse(value).flatMap(id -> groups.find(connection, id)).stream().toList();
      case "displayname" ->
          groups.some(
              connection, " and g.display_name_key = ? order by g.group_id", CaseFold.of(value));
      case "externalid" ->
          groups.some(connection, " and g.external_id = ? order by g.group_id", value);
      default -> throw new IllegalArgumentException("not searched for yet");
    };
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
}
