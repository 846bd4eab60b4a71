package dev.portcullis.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of applications. */
@Component
class ApplicationRows {

  private static final String SELECT =
      """
      select organization_id, client_id, name, region, redirect_uris, login_uri,
             post_logout_redirect_uris, origins, created_at, updated_at
      from applications
      """;

  private final JdbcClient jdbc;

  ApplicationRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<PortalApplication> find(UUID organizationId, String clientId) {
    return one(SELECT + "where organization_id = ? and client_id = ?", organizationId, clientId);
  }

  /** Whichever organization it belongs to: no two have one client id. */
  Optional<PortalApplication> registered(String clientId) {
    return jdbc.sql(SELECT + "where client_id = ?")
        .param(clientId)
        .query(ApplicationRows::application)
        .optional();
  }

  /** Whether an application of any organization names that origin. */
  boolean haveOrigin(String origin) {
    return jdbc
        .sql("select origins from applications where position(? in origins) > 0")
        .param(origin)
        .query((row, _) -> lines(row.getString("origins")))
        .stream()
        .anyMatch(origins -> origins.contains(origin));
  }

  /** As {@link #find}, and no other transaction changes it until this one ends. */
  Optional<PortalApplication> locked(UUID organizationId, String clientId) {
    return one(
        SELECT + "where organization_id = ? and client_id = ? for update",
        organizationId,
        clientId);
  }

  private Optional<PortalApplication> one(String sql, UUID organizationId, String clientId) {
    return jdbc.sql(sql)
        .params(organizationId, clientId)
        .query(ApplicationRows::application)
        .optional();
  }

  List<PortalApplication> all(UUID organizationId) {
    return jdbc.sql(SELECT + "where organization_id = ? order by name, client_id")
        .param(organizationId)
        .query(ApplicationRows::application)
        .list();
  }

  void insert(PortalApplication application) {
    jdbc.sql(
            """
            insert into applications
              (organization_id, client_id, name, region, redirect_uris, login_uri,
               post_logout_redirect_uris, origins, created_at, updated_at)
            values
              (:organization, :client, :name, :region, :redirectUris, :loginUri,
               :postLogoutRedirectUris, :origins, :createdAt, :updatedAt)
            """)
        .param("createdAt", Sql.timestamp(application.createdAt()))
        .params(columns(application))
        .update();
  }

  void update(PortalApplication application) {
    jdbc.sql(
            """
            update applications set
              name = :name, region = :region, redirect_uris = :redirectUris,
              login_uri = :loginUri, post_logout_redirect_uris = :postLogoutRedirectUris,
              origins = :origins, updated_at = :updatedAt
            where organization_id = :organization and client_id = :client
            """)
        .params(columns(application))
        .update();
  }

  void delete(PortalApplication application) {
    jdbc.sql("delete from applications where organization_id = ? and client_id = ?")
        .params(application.organizationId(), application.clientId())
        .update();
  }

  private static Map<String, @Nullable Object> columns(PortalApplication application) {
    ApplicationSettings settings = application.settings();
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("organization", application.organizationId());
    columns.put("client", application.clientId());
    columns.put("name", settings.name());
    columns.put("region", settings.region().wireName());
    columns.put("redirectUris", String.join("\n", settings.redirectUris()));
    columns.put("loginUri", settings.loginUri().orElse(null));
    columns.put("postLogoutRedirectUris", String.join("\n", settings.postLogoutRedirectUris()));
    columns.put("origins", String.join("\n", settings.origins()));
    columns.put("updatedAt", Sql.timestamp(application.updatedAt()));
    return columns;
  }

  private static PortalApplication application(ResultSet row, int number) throws SQLException {
    return new PortalApplication(
        row.getObject("organization_id", UUID.class),
        row.getString("client_id"),
        new ApplicationSettings(
            row.getString("name"),
            Region.named(row.getString("region")).orElseThrow(),
            lines(row.getString("redirect_uris")),
            Optional.ofNullable(row.getString("login_uri")),
            lines(row.getString("post_logout_redirect_uris")),
            lines(row.getString("origins"))),
        Sql.instant(row, "created_at"),
        Sql.instant(row, "updated_at"));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
