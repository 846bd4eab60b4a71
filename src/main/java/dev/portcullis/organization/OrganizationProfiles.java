package dev.portcullis.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The doorway to what an organization's own Admins say of it: its name and its settings. */
@Component
public class OrganizationProfiles {

  /** Their own name lies beside the settings; the operator's is another column. */
  private static final String NAME = "name";

  private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Organizations organizations;
  private final JsonMapper json;
  private final ApplicationEventPublisher events;

  OrganizationProfiles(
      JdbcClient jdbc,
      Organizations organizations,
      JsonMapper json,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.organizations = organizations;
    this.json = json;
    this.events = events;
  }

  /** The profile of the tenant of that id. */
  @OneTransaction(readOnly = true)
  public Optional<OrganizationProfile> find(UUID organizationId) {
    return jdbc.sql(
            """
            select organization_id, name, region, created_at, settings from organizations
            where organization_id = ?
            """)
        .param(organizationId)
        .query(this::profile)
        .optional();
  }

  /**
   * Changes the caller's organization.
   *
   * @param values by Port's names; null takes back what was set
   * @param whole whether what is not spoken of goes, too
   */
  @OneTransaction
  public OrganizationProfileOutcome edit(
      Caller caller, String name, Map<String, ? extends @Nullable Object> values, boolean whole) {
    List<String> problems = OrganizationProfileReview.of(name, values);
    if (!problems.isEmpty()) {
      return new OrganizationProfileOutcome.Rejected(problems);
    }
    organizations.lock(caller.organizationId());
    OrganizationProfile before = find(caller.organizationId()).orElseThrow();
    Map<String, Object> stored = joined(whole ? Map.of() : before.values(), values);
    stored.put(NAME, name);
    jdbc.sql("update organizations set settings = ? where organization_id = ?")
        .params(json.writeValueAsString(stored), caller.organizationId())
        .update();
    OrganizationProfile after = find(caller.organizationId()).orElseThrow();
    if (!after.equals(before)) {
      events.publishEvent(new OrganizationProfileChanged(caller, before, after));
    }
    return new OrganizationProfileOutcome.Stored(after);
  }

  /** Objects are joined member by member. */
  private static Map<String, Object> joined(
      Map<?, ?> before, Map<?, ? extends @Nullable Object> values) {
    Map<String, Object> joined = new LinkedHashMap<>();
    before.forEach((field, value) -> joined.put((String) field, value));
    values.forEach((field, value) -> {
      String name = String.valueOf(field);
      if (value instanceof Map<?, ?> parts) {
        joined.put(name, joined(joined.get(name) instanceof Map<?, ?> old ? old : Map.of(), parts));
      } else if (value == null) {
        joined.remove(name);
      } else {
        joined.put(name, value);
      }
    });
    return joined;
  }

  private OrganizationProfile profile(ResultSet row, int number) throws SQLException {
    String settings = row.getString("settings");
    Map<String, Object> values =
        joined(Map.of(), settings == null ? Map.of() : json.readValue(settings, TREE));
    Object name = values.remove(NAME);
    return new OrganizationProfile(
        row.getObject("organization_id", UUID.class),
        name instanceof String own ? own : row.getString("name"),
        Region.named(row.getString("region")).orElseThrow(),
        values,
        Sql.instant(row, "created_at"));
  }
}
