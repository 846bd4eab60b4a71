package dev.portcullis.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The doorway to an organization's apps: API clients with a name, scopes, a switch and a secret.
 *
 * <p>A caller that is limited to scopes touches no app that has others, lest it take over its
 * rights. The organization keeps one who may do what an Admin may.
 */
@Component
public class Apps {

  /** The most apps of an organization. */
  static final int MAX_APPS = 200;

  /** The most characters of a name. */
  static final int MAX_NAME_LENGTH = 100;

  /** How long a rotated secret and its tokens still count. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  private final ApiClients rows;
  private final AdminPeople admins;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Apps(ApiClients rows, AdminPeople admins, ApplicationEventPublisher events, Clock clock) {
    this.rows = rows;
    this.admins = admins;
    this.events = events;
    this.clock = clock;
  }

  /** All apps, in the order of their making. */
  @OneTransaction(readOnly = true)
  public List<App> all(UUID organizationId) {
    return rows.apps(organizationId).stream().map(ApiClient::app).toList();
  }

  /** Makes an app, which has the scopes of its maker. */
  @OneTransaction
  public AppOutcome create(Caller caller, String name) {
    List<String> problems = problems(name);
    if (!problems.isEmpty()) {
      return new AppOutcome.Rejected(problems);
    }
    if (rows.appsLocked(caller.organizationId()).size() >= MAX_APPS) {
      return new AppOutcome.InTheWay(
          "the organization has " + MAX_APPS + " apps, which is the most; delete one first");
    }
    ClientCredentials credentials = ClientCredentials.random();
    Instant now = clock.instant();
    ApiClient made =
        new ApiClient(
            caller.organizationId(),
            credentials.clientId(),
            name,
            SecretHashes.ofRandom(credentials.clientSecret()),
            false,
            true,
            caller.scopes(),
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            now,
            now);
    rows.add(made);
    publish(caller, Optional.empty(), Optional.of(made));
    return new AppOutcome.WithSecret(made.app(), credentials);
  }

  /** Gives an app another name, or switches it off or on. */
  @OneTransaction
  public AppOutcome edit(
      Caller caller, String id, Optional<String> name, Optional<Boolean> enabled) {
    List<String> problems = name.map(Apps::problems).orElse(List.of());
    if (!problems.isEmpty()) {
      return new AppOutcome.Rejected(problems);
    }
    Instant now = clock.instant();
    return change(
        caller,
        id,
        app -> {
          ApiClient named = name.map(text -> app.withName(text, now)).orElse(app);
          return enabled.map(on -> named.withEnabled(on, now)).orElse(named);
        });
  }

  /** Limits an app to scopes, or lifts the limits. */
  @OneTransaction
  public AppOutcome limit(Caller caller, String id, Scopes scopes) {
    List<String> unknown =
        scopes.listed().stream().filter(scope -> !Scopes.KNOWN.contains(scope)).toList();
    if (!unknown.isEmpty()) {
      return new AppOutcome.Rejected(
          List.of(
              "`permissions` names no scope with `"
                  + String.join("`, `", unknown)
                  + "`; a scope is such as `read:teams` or `update:organization`"));
    }
    Instant now = clock.instant();
    return change(caller, id, app -> app.withScopes(scopes, now));
  }

  private AppOutcome change(Caller caller, String id, Function<ApiClient, ApiClient> edit) {
    List<ApiClient> all = rows.appsLocked(caller.organizationId());
    Optional<ApiClient> found = named(all, id);
    if (found.isEmpty()) {
      return new AppOutcome.NotFound();
    }
    ApiClient before = found.get();
    ApiClient after = edit.apply(before);
    return beyond(caller, before)
        .or(() -> beyond(caller, after))
        .or(() -> inTheWay(all, before, Optional.of(after)))
        .orElseGet(() -> {
          rows.update(after);
          publish(caller, found, Optional.of(after));
          return new AppOutcome.Stored(after.app());
        });
  }

  /**
   * Gives an app another secret. The present one counts for {@link #OVERLAP} or until the next
   * rotation; the one before it, if it still counts, ends now.
   *
   * @param immediately whether the present one ends now too
   */
  @OneTransaction
  public AppOutcome rotate(Caller caller, String id, boolean immediately) {
    Optional<ApiClient> found = named(rows.appsLocked(caller.organizationId()), id);
    if (found.isEmpty()) {
      return new AppOutcome.NotFound();
    }
    ApiClient before = found.get();
    return beyond(caller, before)
        .orElseGet(() -> {
          String secret = Secrets.next();
          ApiClient after =
              before.withSecret(
                  SecretHashes.ofRandom(secret),
                  immediately ? Duration.ZERO : OVERLAP,
                  clock.instant());
          rows.update(after);
          publish(caller, found, Optional.of(after));
          return new AppOutcome.WithSecret(after.app(), new ClientCredentials(id, secret));
        });
  }

  /** Deletes an app; its tokens are refused from now on. */
  @OneTransaction
  public AppOutcome delete(Caller caller, String id) {
    List<ApiClient> all = rows.appsLocked(caller.organizationId());
    Optional<ApiClient> found = named(all, id);
    if (found.isEmpty()) {
      return new AppOutcome.NotFound();
    }
    return beyond(caller, found.get())
        .or(() -> inTheWay(all, found.get(), Optional.empty()))
        .orElseGet(() -> {
          rows.delete(found.get());
          publish(caller, found, Optional.empty());
          return new AppOutcome.Deleted();
        });
  }

  private static Optional<ApiClient> named(List<ApiClient> all, String id) {
    return all.stream().filter(app -> app.clientId().equals(id)).findFirst();
  }

  private static List<String> problems(String name) {
    List<String> problems = new ArrayList<>();
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
      problems.add("`name` must have 1 to " + MAX_NAME_LENGTH + " characters");
    }
    return problems;
  }

  private static Optional<AppOutcome> beyond(Caller caller, ApiClient app) {
    Scopes own = caller.scopes();
    return own.cover(app.scopes())
        ? Optional.empty()
        : Optional.of(
            new AppOutcome.BeyondCaller(
                app.scopes().listed().stream()
                    .filter(scope -> !own.listed().contains(scope))
                    .toList()));
  }

  private Optional<AppOutcome> inTheWay(
      List<ApiClient> all, ApiClient before, Optional<ApiClient> after) {
    if (!before.isAdmin() || after.filter(ApiClient::isAdmin).isPresent()) {
      return Optional.empty();
    }
    if (before.operator()) {
      return Optional.of(
          new AppOutcome.InTheWay(
              "this is the operator, without which nobody could see to organizations; it can be"
                  + " renamed and its secret rotated, and nothing else"));
    }
    boolean last =
        all.stream().filter(ApiClient::isAdmin).count() == 1
            && !admins.hasAdmin(before.organizationId());
    return last
        ? Optional.of(
            new AppOutcome.InTheWay(
                "this is the last app that may do everything, and nobody of the organization is an"
                    + " Admin: make another app without scopes, or an Admin, first"))
        : Optional.empty();
  }

  private void publish(Caller caller, Optional<ApiClient> before, Optional<ApiClient> after) {
    events.publishEvent(
        new AppChanged(caller, before.map(ApiClient::app), after.map(ApiClient::app)));
  }
}
