-- PostgreSQL's clock_timestamp() reads the clock at the moment of the call; H2's own functions stand still within a
-- transaction. H2 runs inside this process, so the process's clock is the database's.
create alias clock_timestamp for "java.time.Instant.now";
