package dev.portcullis.directory;

import dev.portcullis.attribute.PlainText;
import dev.portcullis.organization.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds groups as the teams that somebody names. */
@Component
class GroupSearch {

  private final JdbcClient jdbc;

  GroupSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
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

  /** As {@link #team}, for many at once; what means no team is left out. One statement. */
  Map<String, String> teams(UUID organizationId, Collection<String> identifiersOrNames) {
    List<String> texts = identifiersOrNames.stream().distinct().filter(PlainText::isPlain).toList();
    Map<String, String> teams = new HashMap<>();
    if (!texts.isEmpty()) {
      jdbc.sql(
              """
              select s.text, g.identifier, 0 as rank
              from unnest(cast(? as uuid array), cast(? as varchar array)) as s(organization_id, text)
              join team_identifiers t
                on t.organization_id = s.organization_id and t.identifier = s.text
              join groups g on g.organization_id = t.organization_id and g.group_id = t.group_id
              where g.deleted_at is null
              union all
              select s.text, g.identifier, 1 as rank
              from unnest(cast(? as uuid array), cast(? as varchar array)) as s(organization_id, text)
              join groups g
                on g.organization_id = s.organization_id and g.shown_name_in_use = s.text
              order by rank
              """)
          .params(
              Sql.repeated("uuid", organizationId, texts),
              Sql.array("varchar", texts),
              Sql.repeated("uuid", organizationId, texts),
              Sql.array("varchar", texts))
          .query(row -> {
            teams.putIfAbsent(row.getString("text"), row.getString("identifier"));
          });
    }
    return teams;
  }
}
