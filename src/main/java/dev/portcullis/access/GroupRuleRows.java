package dev.portcullis.access;

import dev.portcullis.organization.Sql;
import dev.portcullis.pattern.GroupFilter;
import dev.portcullis.pattern.GroupPattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of group rules. */
@Component
class GroupRuleRows {

  private static final String SELECT =
      """
      select identifier, title, connections, filter_type, filter_value, except_type, except_value,
             role, blueprints
      from group_rules
      """;

  private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  GroupRuleRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<GroupRule> all(UUID organizationId) {
    return jdbc.sql(SELECT + "where organization_id = ? order by created_at, identifier")
        .param(organizationId)
        .query(this::rule)
        .list();
  }

  /** Those that make Admins. */
  List<GroupRule> makingAdmins(UUID organizationId) {
    return jdbc.sql(SELECT + "where organization_id = ? and role = 'Admin' order by identifier")
        .param(organizationId)
        .query(this::rule)
        .list();
  }

  /** As {@link #all}, and no other transaction changes them until this one ends. */
  List<GroupRule> allLocked(UUID organizationId) {
    return jdbc.sql(SELECT + "where organization_id = ? order by identifier for update")
        .param(organizationId)
        .query(this::rule)
        .list();
  }

  Optional<GroupRule> find(UUID organizationId, String identifier) {
    return jdbc.sql(SELECT + "where organization_id = ? and identifier = ?")
        .params(organizationId, identifier)
        .query(this::rule)
        .optional();
  }

  /** As {@link #find}, and no other transaction changes it until this one ends. */
  Optional<GroupRule> locked(UUID organizationId, String identifier) {
    return jdbc.sql(SELECT + "where organization_id = ? and identifier = ? for update")
        .params(organizationId, identifier)
        .query(this::rule)
        .optional();
  }

  void insert(UUID organizationId, GroupRule rule, Instant now) {
    jdbc.sql(
            """
            insert into group_rules
              (organization_id, identifier, title, connections, filter_type, filter_value,
               except_type, except_value, role, blueprints, created_at, updated_at)
            values
              (:organization, :identifier, :title, :connections, :filterType, :filterValue,
               :exceptType, :exceptValue, :role, :blueprints, :now, :now)
            """)
        .params(columns(organizationId, rule, now))
        .update();
  }

  void update(UUID organizationId, GroupRule rule, Instant now) {
    jdbc.sql(
            """
            update group_rules set
              title = :title, connections = :connections, filter_type = :filterType,
              filter_value = :filterValue, except_type = :exceptType,
              except_value = :exceptValue, role = :role, blueprints = :blueprints,
              updated_at = :now
            where organization_id = :organization and identifier = :identifier
            """)
        .params(columns(organizationId, rule, now))
        .update();
  }

  void delete(UUID organizationId, String identifier) {
    jdbc.sql("delete from group_rules where organization_id = ? and identifier = ?")
        .params(organizationId, identifier)
        .update();
  }

  private Map<String, @Nullable Object> columns(UUID organizationId, GroupRule rule, Instant now) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("organization", organizationId);
    columns.put("identifier", rule.identifier());
    columns.put("title", rule.title());
    columns.put("connections", json.writeValueAsString(rule.connections()));
    columns.put("filterType", rule.groups().pattern().type().name());
    columns.put("filterValue", rule.groups().pattern().value());
    columns.put("exceptType", rule.groups().except().map(p -> p.type().name()).orElse(null));
    columns.put("exceptValue", rule.groups().except().map(GroupPattern::value).orElse(null));
    columns.put("role", rule.grant().role().wireName());
    columns.put("blueprints", json.writeValueAsString(rule.grant().blueprints()));
    columns.put("now", Sql.timestamp(now));
    return columns;
  }

  private GroupRule rule(ResultSet row, int number) throws SQLException {
    return new GroupRule(
        row.getString("identifier"),
        row.getString("title"),
        json.readValue(row.getString("connections"), IDS),
        filter(row),
        new Grant(
            PortRole.named(row.getString("role")).orElseThrow(),
            json.readValue(row.getString("blueprints"), TEXTS)));
  }

  private static GroupFilter filter(ResultSet row) throws SQLException {
    String exceptType = row.getString("except_type");
    String exceptValue = row.getString("except_value");
    return new GroupFilter(
        GroupPattern.parse(row.getString("filter_type"), row.getString("filter_value"))
            .orElseThrow(),
        exceptType == null || exceptValue == null
            ? Optional.empty()
            : Optional.of(GroupPattern.parse(exceptType, exceptValue).orElseThrow()));
  }
}
