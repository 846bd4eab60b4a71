package dev.portcullis.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The doorway to tenants. */
@Component
public class Organizations {

  /** The most characters of a name. */
  public static final int MAX_NAME_LENGTH = 100;

  /** The organization that the first start makes. */
  static final String FIRST = "default";

  private final JdbcClient jdbc;
  private final ApiClients clients;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Organizations(
      JdbcClient jdbc, ApiClients clients, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.clients = clients;
    this.events = events;
    this.clock = clock;
  }

  /** Makes a tenant and its first API client; only the operator may. */
  @OneTransaction
  public OrganizationOutcome create(Caller caller, String name, Region region) {
    if (!caller.isOperator()) {
      return new OrganizationOutcome.NotOperator();
    }
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
      return new OrganizationOutcome.Rejected(
          "`name` must have 1 to " + MAX_NAME_LENGTH + " characters");
    }
    if (named(name).isPresent()) {
      return new OrganizationOutcome.NameTaken(name);
    }
    Organization organization = add(name, region);
    ClientCredentials credentials = ClientCredentials.random();
    addClient(
        organization.id(),
        credentials.clientId(),
        SecretHashes.ofRandom(credentials.clientSecret()),
        false);
    events.publishEvent(
        new OrganizationChanged(caller, Optional.empty(), Optional.of(organization)));
    return new OrganizationOutcome.Created(organization, credentials);
  }

  /** All tenants for the operator, the caller's own for everybody else; by name. */
  @OneTransaction(readOnly = true)
  public List<Organization> visibleTo(Caller caller) {
    return jdbc.sql(
            """
            select organization_id, name, region, created_at from organizations
            where organization_id = ? or ? order by name
            """)
        .params(caller.organizationId(), caller.isOperator())
        .query(Organizations::organization)
        .list();
  }

  /**
   * Deletes a tenant with everything in it.
   *
   * @param name the tenant's name once more, so that nobody deletes one by a slip of an id
   */
  @OneTransaction
  public OrganizationOutcome delete(Caller caller, UUID organizationId, String name) {
    if (!caller.isOperator()) {
      return new OrganizationOutcome.NotOperator();
    }
    if (caller.organizationId().equals(organizationId)) {
      return new OrganizationOutcome.Rejected(
          "this is your own organization, and deleting it would lock the operator out");
    }
    Optional<Organization> organization = find(organizationId);
    if (organization.isEmpty()) {
      return new OrganizationOutcome.NotFound();
    }
    if (!organization.get().name().equals(name)) {
      return new OrganizationOutcome.Rejected(
          "`name` must repeat the organization's name, which it does not");
    }
    jdbc.sql("delete from organizations where organization_id = ?").param(organizationId).update();
    events.publishEvent(new OrganizationChanged(caller, organization, Optional.empty()));
    return new OrganizationOutcome.Deleted();
  }

  /** The tenant of that id. */
  @OneTransaction(readOnly = true)
  public Optional<Organization> find(UUID organizationId) {
    return jdbc.sql(
            """
            select organization_id, name, region, created_at from organizations
            where organization_id = ?
            """)
        .param(organizationId)
        .query(Organizations::organization)
        .optional();
  }

  /**
   * No other transaction gets past this for that tenant until this one ends. Rows that only refer
   * to the tenant may be written all the while.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(UUID organizationId) {
    jdbc.sql("update organizations set schemas_version = schemas_version where organization_id = ?")
        .param(organizationId)
        .update();
  }

  Optional<Organization> named(String name) {
    return jdbc.sql(
            """
            select organization_id, name, region, created_at from organizations where name = ?
            """)
        .param(name)
        .query(Organizations::organization)
        .optional();
  }

  /** Makes an organization by the server itself, at its first start. */
  Organization first(String name, Region region) {
    Organization organization = add(name, region);
    String trace = TimeOrderedId.next().toString().replace("-", "");
    events.publishEvent(
        new OrganizationChanged(
            new Caller(organization.id(), new Actor.Server(), trace),
            Optional.empty(),
            Optional.of(organization)));
    return organization;
  }

  private Organization add(String name, Region region) {
    Organization organization =
        new Organization(TimeOrderedId.next(), name, region, clock.instant());
    jdbc.sql(
            """
            insert into organizations (organization_id, name, region, created_at)
            values (?, ?, ?, ?)
            """)
        .params(organization.id(), name, region.wireName(), Sql.timestamp(organization.createdAt()))
        .update();
    return organization;
  }

  void addClient(UUID organizationId, String clientId, String secretHash, boolean operator) {
    Instant now = clock.instant();
    clients.add(
        new ApiClient(
            organizationId,
            clientId,
            operator ? "Operator" : "First app",
            secretHash,
            operator,
            true,
            Scopes.ALL,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            now,
            now));
  }

  private static Organization organization(ResultSet row, int number) throws SQLException {
    return new Organization(
        row.getObject("organization_id", UUID.class),
        row.getString("name"),
        Region.named(row.getString("region")).orElseThrow(),
        Sql.instant(row, "created_at"));
  }
}
