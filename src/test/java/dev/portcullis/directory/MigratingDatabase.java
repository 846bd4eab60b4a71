package dev.portcullis.directory;

import dev.portcullis.organization.TimeOrderedId;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.TestDatabase;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database of its own, which is migrated step by step. */
final class MigratingDatabase {

  private final PortcullisServer server;
  private final String url;

  MigratingDatabase(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.url = emptyDatabase(database);
  }

  private String emptyDatabase(TestDatabase database) {
    String name = "migrating_" + System.nanoTime();
    return switch (database) {
      case H2 -> "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1";
      case POSTGRESQL -> {
        server.bean(JdbcClient.class).sql("create database " + name).update();
        yield database.url().replace("/postgres?", "/" + name + "?");
      }
    };
  }

  /** Migrates as far as that version, Java's migrations included. */
  JdbcClient migratedTo(String version) {
    String vendor = url.startsWith("jdbc:h2") ? "h2" : "postgresql";
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/migration", "classpath:db/" + vendor)
        .javaMigrations(
            new JavaMigration[] {
              server.bean(ValuesBackfill.class), server.bean(VerdictsBackfill.class)
            })
        .target(version)
        .load()
        .migrate();
    return JdbcClient.create(new DriverManagerDataSource(url));
  }

  /** Makes an organization; answers its id. */
  static UUID organization(JdbcClient jdbc) {
    UUID organization = TimeOrderedId.next();
    jdbc.sql(
            "insert into organizations (organization_id, name, region, created_at)"
                + " values (?, 'acme', 'eu', current_timestamp)")
        .param(organization)
        .update();
    return organization;
  }
}
