package dev.portcullis.directory;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database's clock, which all nodes share. Read while a lock is held, it orders what is written
 * under that lock as the commits order it.
 */
@Component
class DatabaseClock {

  private final JdbcClient jdbc;

  DatabaseClock(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The present moment, in microseconds. One statement. */
  Instant now() {
    return jdbc.sql("select cast(clock_timestamp() as timestamp(6) with time zone)")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }
}
