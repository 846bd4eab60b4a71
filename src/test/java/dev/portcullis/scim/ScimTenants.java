package dev.portcullis.scim;

import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** One organization for each database, in which every test has a connection of its own. */
public final class ScimTenants {

  private static final Map<TestDatabase, Tenant> TENANTS = new EnumMap<>(TestDatabase.class);
  private static final AtomicInteger CONNECTIONS = new AtomicInteger();

  private ScimTenants() {}

  public static synchronized Tenant tenant(TestDatabase database) {
    return TENANTS.computeIfAbsent(database, d -> PortcullisServer.on(d).tenant());
  }

  public static TestConnection connection(TestDatabase database) {
    return connection(database, "");
  }

  /**
   * A new connection.
   *
   * @param more further JSON members, each with a leading comma
   */
  public static TestConnection connection(TestDatabase database, String more) {
    String name = "okta-" + CONNECTIONS.incrementAndGet();
    return tenant(database).connection(name, "https://acme.okta.example", more);
  }
}
