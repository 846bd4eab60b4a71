package dev.portcullis.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The databases on which everything must behave alike. */
public enum TestDatabase {
  /** The embedded one, in a file as in production. */
  H2 {
    @Override
    String makeUrl() {
      try {
        Path folder = BuildFolders.made("h2");
        return "jdbc:h2:file:"
            + folder.resolve("test")
            + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  /** A real PostgreSQL server from Maven artifacts. */
  POSTGRESQL {
    @Override
    String makeUrl() {
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        return postgres.getJdbcUrl("postgres", "postgres");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  };

  private String url = "";

  abstract String makeUrl();

  /** The JDBC URL of a fresh database, started at the first call and shared by all tests. */
  public synchronized String url() {
    if (url.isEmpty()) {
      url = makeUrl();
    }
    return url;
  }
}
