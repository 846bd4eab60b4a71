package dev.portcullis.connection;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.MasterKey;
import dev.portcullis.organization.OneTransaction;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** The doorway to an organization's connections. */
@Component
public class Connections {

  private static final String PURPOSE = "client secret ";

  private final ConnectionRows rows;
  private final ConnectionReview review;
  private final MasterKey masterKey;
  private final ObjectProvider<AdminCheck> admins;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Connections(
      ConnectionRows rows,
      ConnectionReview review,
      MasterKey masterKey,
      ObjectProvider<AdminCheck> admins,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.review = review;
    this.masterKey = masterKey;
    this.admins = admins;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** Makes a connection. The issuer is not contacted; see the sign-in room's issuer check. */
  @OneTransaction
  public ConnectionOutcome create(
      Caller caller, ConnectionSettings settings, Optional<String> clientSecret) {
    List<String> problems = review.problems(caller, settings, Optional.empty());
    if (!problems.isEmpty()) {
      return new ConnectionOutcome.Rejected(problems);
    }
    if (rows.named(caller.organizationId(), settings.name()).isPresent()) {
      return new ConnectionOutcome.NameTaken(settings.name());
    }
    UUID id = TimeOrderedId.next();
    Instant now = clock.instant();
    Connection made =
        new Connection(
            caller.organizationId(), id, settings, clientSecret.isPresent(), 1, now, now);
    rows.insert(made, clientSecret.map(secret -> sealed(id, secret)).orElse(null));
    audit.record(
        caller,
        AuditEntry.created(
            "connection", settings.name(), described(settings, told(made.hasClientSecret()))));
    return new ConnectionOutcome.Stored(made);
  }

  /**
   * Changes a connection.
   *
   * <p>A change of the issuer or the client id drops the kept secret unless a new one comes along:
   * whoever may edit a connection must not thereby send its secret somewhere else.
   */
  @OneTransaction
  public ConnectionOutcome edit(
      Caller caller, String name, ConnectionEdit edit, SecretChange secretChange) {
    boolean hadAdmin = hasAdmin(caller);
    Optional<Connection> found = rows.locked(caller.organizationId(), name);
    if (found.isEmpty()) {
      return new ConnectionOutcome.NotFound();
    }
    Connection before = found.get();
    ConnectionSettings settings = edit.apply(before.settings());
    List<String> problems = review.problems(caller, settings, before.settings().application());
    if (!problems.isEmpty()) {
      return new ConnectionOutcome.Rejected(problems);
    }
    boolean renamed = !settings.name().equals(name);
    if (renamed && rows.named(caller.organizationId(), settings.name()).isPresent()) {
      return new ConnectionOutcome.NameTaken(settings.name());
    }
    return unlessLastAdminIsLost(
        caller,
        hadAdmin,
        new ConnectionOutcome.Stored(stored(caller, before, settings, secretChange)));
  }

  private Connection stored(
      Caller caller, Connection before, ConnectionSettings settings, SecretChange secretChange) {
    Optional<String> secret = secretAfter(before, settings, secretChange);
    Connection after =
        new Connection(
            before.organizationId(),
            before.id(),
            settings,
            secret.isPresent(),
            before.version() + 1,
            before.createdAt(),
            clock.instant());
    rows.update(after, secret.orElse(null));
    audit.record(
        caller,
        AuditEntry.updated(
            "connection",
            before.name(),
            described(before.settings(), told(before.hasClientSecret())),
            described(settings, told(secretChange, after.hasClientSecret()))));
    events.publishEvent(new ConnectionChanged(before, after));
    return after;
  }

  private Optional<String> secretAfter(
      Connection before, ConnectionSettings settings, SecretChange change) {
    boolean sameClient =
        before.settings().issuer().equals(settings.issuer())
            && before.settings().clientId().equals(settings.clientId());
    return switch (change) {
      case SecretChange.Set(String secret) -> Optional.of(sealed(before.id(), secret));
      case SecretChange.Clear _ -> Optional.empty();
      case SecretChange.Keep _ -> sameClient ? rows.sealedSecret(before) : Optional.empty();
    };
  }

  /** Deletes a connection; its name is free again, its users and groups remain. */
  @OneTransaction
  public ConnectionOutcome delete(Caller caller, String name) {
    boolean hadAdmin = hasAdmin(caller);
    Optional<Connection> found = rows.locked(caller.organizationId(), name);
    if (found.isEmpty()) {
      return new ConnectionOutcome.NotFound();
    }
    rows.delete(found.get(), clock.instant());
    events.publishEvent(new ConnectionDeleted(found.get()));
    audit.record(
        caller,
        AuditEntry.deleted(
            "connection",
            name,
            described(found.get().settings(), told(found.get().hasClientSecret()))));
    return unlessLastAdminIsLost(caller, hadAdmin, new ConnectionOutcome.Deleted());
  }

  private boolean hasAdmin(Caller caller) {
    return admins.getObject().hasAdmin(caller.organizationId());
  }

  /** Whether there still is an Admin is seen after the change, which is undone if there is none. */
  private ConnectionOutcome unlessLastAdminIsLost(
      Caller caller, boolean hadAdmin, ConnectionOutcome done) {
    if (!hadAdmin || hasAdmin(caller)) {
      return done;
    }
    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    return new ConnectionOutcome.LastAdmin();
  }

  /** The connection of that name. */
  @OneTransaction(readOnly = true)
  public Optional<Connection> named(UUID organizationId, String name) {
    return rows.named(organizationId, name);
  }

  /** The connection of that id; empty once it is deleted. */
  @OneTransaction(readOnly = true)
  public Optional<Connection> find(UUID organizationId, UUID connectionId) {
    return rows.find(organizationId, connectionId);
  }

  /**
   * The connection of that id in whichever organization; empty once it is deleted. For browsers
   * that come from a tile, and for providers, whose address names nothing but a connection.
   */
  @OneTransaction(readOnly = true)
  public Optional<Connection> identified(UUID connectionId) {
    return rows.identified(connectionId);
  }

  /** The secret with which we prove to the provider that we are its client. */
  @OneTransaction(readOnly = true)
  public Optional<String> clientSecret(Connection connection) {
    return rows.sealedSecret(connection)
        .map(sealed -> masterKey.open(PURPOSE + connection.id(), sealed));
  }

  /** All connections of an organization, by name. */
  @OneTransaction(readOnly = true)
  public List<Connection> all(UUID organizationId) {
    return rows.all(organizationId);
  }

  /**
   * The connection as it is now, which no other transaction changes until the present one ends;
   * empty once it is deleted. To be called within a transaction.
   */
  public Optional<Connection> lock(UUID organizationId, UUID connectionId) {
    return rows.lockedById(organizationId, connectionId);
  }

  private String sealed(UUID connectionId, String secret) {
    return masterKey.seal(PURPOSE + connectionId, secret);
  }

  /** The settings as the audit trail keeps them; of the client secret only what became of it. */
  private static Map<String, Object> described(ConnectionSettings settings, String clientSecret) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", settings.name());
    described.put("issuer", settings.issuer());
    described.put("clientId", settings.clientId());
    described.put("clientSecret", clientSecret);
    described.put("scopes", settings.scopes());
    described.put("application", settings.application().orElse(""));
    described.put("groupsClaim", settings.claim().name());
    described.put("groupFilter", settings.claim().filter().toString());
    described.put("absentClaim", settings.claim().absent().name());
    described.put("claimSeparator", settings.claim().separator().orElse(""));
    described.put("claimCovers", settings.claim().covers());
    described.put("dialect", settings.dialect().name());
    described.put("provisioning", settings.provisioning().wireName());
    described.put("enabled", settings.enabled());
    described.put("sessionIdle", settings.sessionIdle().toString());
    described.put("sessionMax", settings.sessionMax().toString());
    return described;
  }

  private static String told(boolean hasSecret) {
    return hasSecret ? "set" : "none";
  }

  private static String told(SecretChange change, boolean hasSecret) {
    return change instanceof SecretChange.Set ? "set anew" : told(hasSecret);
  }
}
