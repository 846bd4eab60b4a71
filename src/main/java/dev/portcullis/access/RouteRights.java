package dev.portcullis.access;

import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.Role;
import dev.portcullis.permission.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The table of who may call which route of the REST API, and the only place that decides it: each
 * row is compiled to rules of our own engine. A route without a row is closed to everybody.
 *
 * <p>An API client has the rights of an Admin, within its scopes, and so has a person who is one at
 * this moment. What only the operator may is decided behind the routes of organizations, by {@link
 * Caller#isOperator()}, which is true of no person.
 */
@Component
public class RouteRights {

  /**
   * Method, pattern, right, and the scope that a limited app must have; in order of the patterns. A
   * route without a scope is open to limited apps only if it is open to every signed-in person.
   */
  private static final String TABLE =
      """
      GET    /.well-known/authzen-configuration                                  ANYBODY    -
      GET    /.well-known/jwks.json                                              ANYBODY    -
      POST   /access/v1/evaluation                                               THEMSELVES read:users
      POST   /access/v1/evaluations                                              THEMSELVES read:users
      POST   /access/v1/search/action                                            THEMSELVES read:users
      POST   /access/v1/search/resource                                          THEMSELVES read:entities
      POST   /access/v1/search/subject                                           ADMINS     read:users
      GET    /v1/actions                                                         MEMBERS    read:actions
      POST   /v1/actions                                                         ADMINS     create:actions
      GET    /v1/actions/{identifier}                                            MEMBERS    read:actions
      PUT    /v1/actions/{identifier}                                            ADMINS     update:actions
      PATCH  /v1/actions/{identifier}                                            ADMINS     update:actions
      DELETE /v1/actions/{identifier}                                            ADMINS     delete:actions
      GET    /v1/actions/{identifier}/permissions                                ADMINS     read:actions
      PUT    /v1/actions/{identifier}/permissions                                ADMINS     update:actions
      PATCH  /v1/actions/{identifier}/permissions                                ADMINS     update:actions
      POST   /v1/actions/{identifier}/permissions/simulate                       ADMINS     read:actions
      GET    /v1/actions/{identifier}/permissions/versions                       ADMINS     read:actions
      GET    /v1/actions/{identifier}/permissions/versions/{version}             ADMINS     read:actions
      POST   /v1/actions/{identifier}/permissions/versions/{version}/restore     ADMINS     update:actions
      GET    /v1/activity                                                        ADMINS     read:audit-log
      GET    /v1/applications                                                    ADMINS     -
      POST   /v1/applications                                                    ADMINS     -
      GET    /v1/applications/{clientId}                                         ADMINS     -
      PATCH  /v1/applications/{clientId}                                         ADMINS     -
      DELETE /v1/applications/{clientId}                                         ADMINS     -
      GET    /v1/apps                                                            ADMINS     read:apps
      POST   /v1/apps                                                            ADMINS     create:apps
      PUT    /v1/apps/{id}                                                       ADMINS     update:apps
      DELETE /v1/apps/{id}                                                       ADMINS     delete:apps
      POST   /v1/apps/{id}/permissions                                           ADMINS     update:apps
      POST   /v1/apps/{id}/rotate-secret                                         ADMINS     update:apps
      GET    /v1/audit-log                                                       MEMBERS    read:audit-log
      GET    /v1/audit-log/export                                                ADMINS     read:audit-log
      GET    /v1/audit-log/verify                                                ADMINS     read:audit-log
      GET    /v1/audit-log/{identifier}/parts/{part}                             ADMINS     read:audit-log
      POST   /v1/auth/access_token                                               ANYBODY    -
      GET    /v1/auth/permissions                                                MEMBERS    read:actions
      GET    /v1/blueprints                                                      MEMBERS    read:blueprints
      POST   /v1/blueprints                                                      ADMINS     create:blueprints
      GET    /v1/blueprints/system/{blueprint}/structure                         MEMBERS    read:blueprints
      GET    /v1/blueprints/{blueprint}                                          MEMBERS    read:blueprints
      PUT    /v1/blueprints/{blueprint}                                          ADMINS     update:blueprints
      PATCH  /v1/blueprints/{blueprint}                                          ADMINS     update:blueprints
      DELETE /v1/blueprints/{blueprint}                                          ADMINS     delete:blueprints
      GET    /v1/blueprints/{blueprint}/actions                                  MEMBERS    read:actions
      DELETE /v1/blueprints/{blueprint}/all-entities                             ADMINS     delete:entities
      POST   /v1/blueprints/{blueprint}/bulk/entities/delete                     MEMBERS    delete:entities
      GET    /v1/blueprints/{blueprint}/entities                                 MEMBERS    read:entities
      POST   /v1/blueprints/{blueprint}/entities                                 MEMBERS    create:entities
      GET    /v1/blueprints/{blueprint}/entities-count                           MEMBERS    read:entities
      POST   /v1/blueprints/{blueprint}/entities/bulk                            MEMBERS    create:entities
      POST   /v1/blueprints/{blueprint}/entities/search                          MEMBERS    read:entities
      GET    /v1/blueprints/{blueprint}/entities/{entity}                        MEMBERS    read:entities
      PUT    /v1/blueprints/{blueprint}/entities/{entity}                        MEMBERS    update:entities
      PATCH  /v1/blueprints/{blueprint}/entities/{entity}                        MEMBERS    update:entities
      DELETE /v1/blueprints/{blueprint}/entities/{entity}                        MEMBERS    delete:entities
      GET    /v1/blueprints/{blueprint}/scorecards                               MEMBERS    read:scorecards
      GET    /v1/blueprints/{identifier}/permissions                             MEMBERS    read:blueprints
      PUT    /v1/blueprints/{identifier}/permissions                             KEEPERS    update:blueprints
      PATCH  /v1/blueprints/{identifier}/permissions                             KEEPERS    update:blueprints
      POST   /v1/blueprints/{identifier}/permissions/simulate                    KEEPERS    read:blueprints
      GET    /v1/blueprints/{identifier}/permissions/versions                    KEEPERS    read:blueprints
      GET    /v1/blueprints/{identifier}/permissions/versions/{version}          KEEPERS    read:blueprints
      POST   /v1/blueprints/{identifier}/permissions/versions/{version}/restore  KEEPERS    update:blueprints
      GET    /v1/connections                                                     ADMINS     -
      POST   /v1/connections                                                     ADMINS     -
      GET    /v1/connections/{name}                                              ADMINS     -
      PATCH  /v1/connections/{name}                                              ADMINS     -
      DELETE /v1/connections/{name}                                              ADMINS     -
      GET    /v1/connections/{name}/drift                                        ADMINS     -
      POST   /v1/connections/{name}/group-filter/preview                         ADMINS     -
      GET    /v1/connections/{name}/scim-tokens                                  ADMINS     -
      POST   /v1/connections/{name}/scim-tokens                                  ADMINS     -
      DELETE /v1/connections/{name}/scim-tokens/{id}                             ADMINS     -
      GET    /v1/connections/{name}/sessions                                     ADMINS     -
      GET    /v1/connections/{name}/sign-ins                                     ADMINS     -
      POST   /v1/connections/{name}/sign-ins                                     ADMINS     -
      POST   /v1/connections/{name}/verify                                       ADMINS     -
      POST   /v1/entities/search                                                 MEMBERS    read:entities
      GET    /v1/export                                                          ADMINS     -
      GET    /v1/group-rules                                                     ADMINS     -
      POST   /v1/group-rules                                                     ADMINS     -
      GET    /v1/group-rules/analysis                                            ADMINS     -
      POST   /v1/group-rules/preview                                             ADMINS     -
      GET    /v1/group-rules/{identifier}                                        ADMINS     -
      PUT    /v1/group-rules/{identifier}                                        ADMINS     -
      PATCH  /v1/group-rules/{identifier}                                        ADMINS     -
      DELETE /v1/group-rules/{identifier}                                        ADMINS     -
      POST   /v1/group-rules/{identifier}/review                                 ADMINS     -
      GET    /v1/health                                                          MEMBERS    -
      POST   /v1/import                                                          ADMINS     -
      GET    /v1/integration                                                     ADMINS     read:integrations
      GET    /v1/migrations/{id}                                                 ADMINS     read:blueprints
      GET    /v1/organization                                                    MEMBERS    -
      PUT    /v1/organization                                                    ADMINS     update:organization
      PATCH  /v1/organization                                                    ADMINS     update:organization
      GET    /v1/organization/change-guard                                       ADMINS     -
      PUT    /v1/organization/change-guard                                       ADMINS     update:organization
      GET    /v1/organization/secrets                                            ADMINS     read:secrets
      GET    /v1/organizations                                                   ADMINS     -
      POST   /v1/organizations                                                   ADMINS     -
      DELETE /v1/organizations/{id}                                              ADMINS     -
      GET    /v1/pages                                                           MEMBERS    read:pages
      POST   /v1/pages                                                           ADMINS     create:pages
      GET    /v1/pages/{identifier}                                              MEMBERS    read:pages
      PUT    /v1/pages/{identifier}                                              ADMINS     update:pages
      PATCH  /v1/pages/{identifier}                                              MEMBERS    update:pages
      DELETE /v1/pages/{identifier}                                              ADMINS     delete:pages
      GET    /v1/pages/{identifier}/permissions                                  MEMBERS    read:pages
      PUT    /v1/pages/{identifier}/permissions                                  ADMINS     update:pages
      PATCH  /v1/pages/{identifier}/permissions                                  ADMINS     update:pages
      POST   /v1/pages/{identifier}/permissions/simulate                         ADMINS     read:pages
      GET    /v1/pages/{identifier}/permissions/versions                         ADMINS     read:pages
      GET    /v1/pages/{identifier}/permissions/versions/{version}               ADMINS     read:pages
      POST   /v1/pages/{identifier}/permissions/versions/{version}/restore       ADMINS     update:pages
      POST   /v1/rotate-credentials/{user}                                       THEMSELVES update:users
      GET    /v1/scim-schemas                                                    ADMINS     -
      POST   /v1/scim-schemas                                                    ADMINS     -
      GET    /v1/scim-schemas/{urn}                                              ADMINS     -
      PUT    /v1/scim-schemas/{urn}                                              ADMINS     -
      DELETE /v1/scim-schemas/{urn}                                              ADMINS     -
      GET    /v1/scorecards                                                      MEMBERS    read:scorecards
      GET    /v1/sidebars/catalog                                                MEMBERS    read:pages
      GET    /v1/signing-keys                                                    ADMINS     -
      POST   /v1/signing-keys/rotate                                             ADMINS     -
      GET    /v1/teams                                                           MEMBERS    read:teams
      POST   /v1/teams                                                           ADMINS     create:teams
      GET    /v1/teams/{team}                                                    MEMBERS    read:teams
      PUT    /v1/teams/{team}                                                    ADMINS     update:teams
      PATCH  /v1/teams/{team}                                                    ADMINS     update:teams
      DELETE /v1/teams/{team}                                                    ADMINS     delete:teams
      GET    /v1/users                                                           THEMSELVES read:users
      POST   /v1/users/invite                                                    ADMINS     create:users
      GET    /v1/users/{user}                                                    THEMSELVES read:users
      PATCH  /v1/users/{user}                                                    ADMINS     update:users
      DELETE /v1/users/{user}                                                    ADMINS     delete:users
      PUT    /v1/users/{user}/handle                                             ADMINS     update:users
      POST   /v1/users/{user}/move                                               ADMINS     update:users
      GET    /v1/users/{user}/sessions                                           ADMINS     read:users
      DELETE /v1/users/{user}/sessions                                           ADMINS     update:users
      DELETE /v1/users/{user}/sessions/{id}                                      ADMINS     update:users
      GET    /v1/webhooks                                                        ADMINS     -
      GET    /v3/api-docs                                                        MEMBERS    -
      """;

  private static final Map<String, RouteRow> ROWS =
      TABLE
          .lines()
          .map(RouteRow::parse)
          .collect(Collectors.toUnmodifiableMap(RouteRow::route, row -> row));

  /** The place in the patterns for keepers where the blueprint is named. */
  private static final String KEPT = "identifier";

  private static final Subject ADMIN = subject("an Admin", Set.of(new Role.Admin()), Set.of());
  private static final Subject MEMBER = subject("a Member", Set.of(new Role.Member()), Set.of());

  private final EffectiveRoles roles;

  RouteRights(EffectiveRoles roles) {
    this.roles = roles;
  }

  private static Subject subject(String name, Set<Role> held, Set<String> scopes) {
    return new Subject(name, held, scopes, Set.of(), true);
  }

  /** All rows, in the order of the table. */
  public static List<GuardedRoute> all() {
    return TABLE
        .lines()
        .map(RouteRow::parse)
        .map(row -> new GuardedRoute(row.method(), row.pattern(), row.right(), row.scope()))
        .toList();
  }

  /** Who may call a route; empty if the table does not have it. */
  static Optional<RouteRight> of(String method, String pattern) {
    return row(method, pattern).map(RouteRow::right);
  }

  static Optional<RouteRow> row(String method, String pattern) {
    // HEAD is GET without the body.
    String asked = method.equals("HEAD") ? "GET" : method;
    return Optional.ofNullable(ROWS.get(RouteRow.route(asked, pattern)));
  }

  /**
   * How far a caller may go.
   *
   * @param caller empty without a token
   * @param pattern of the route that was found, such as {@code /v1/users/{user}}
   * @param names what the path has in the places of the pattern, decoded
   */
  public Reach reach(
      Optional<Caller> caller, String method, String pattern, Map<String, String> names) {
    return row(method, pattern)
        .map(row -> reach(caller, row, names))
        .orElseGet(() -> new Reach.Nothing(RouteDenial.withoutRow(method, pattern)));
  }

  private Reach reach(Optional<Caller> caller, RouteRow row, Map<String, String> names) {
    if (row.right() == RouteRight.ANYBODY) {
      return new Reach.Everything();
    }
    return caller
        .map(known -> reach(known, row, names))
        .orElseGet(() -> new Reach.Nothing(RouteDenial.withoutCaller(row)));
  }

  private Reach reach(Caller caller, RouteRow row, Map<String, String> names) {
    return switch (caller.actor()) {
      case Actor.Client client -> reach(client, row);
      case Actor.Person person -> reach(caller, person, row, names);
      case Actor.Provisioner _, Actor.IdentityProvider _, Actor.Server _ ->
          new Reach.Nothing(RouteDenial.withoutCaller(row));
    };
  }

  /** An app without scopes is an Admin; to the engine, scopes are teams that the app is in. */
  private static Reach reach(Actor.Client client, RouteRow row) {
    Subject app =
        client
            .scopes()
            .named()
            .map(scopes -> subject("an app", Set.of(), RouteRow.withAnyScope(scopes)))
            .orElse(ADMIN);
    return switch (row.decide(app)) {
      case Decision.Allowed _ -> new Reach.Everything();
      case Decision.Denied denied -> new Reach.Nothing(RouteDenial.ofApp(row, denied));
    };
  }

  /** The role is looked up only where it matters. */
  private Reach reach(Caller caller, Actor.Person person, RouteRow row, Map<String, String> names) {
    if (row.decide(MEMBER).isAllowed()) {
      return new Reach.Everything();
    }
    Subject subject = subject(caller, person);
    return switch (decide(row, subject, names)) {
      case Decision.Allowed _ -> new Reach.Everything();
      case Decision.Denied denied ->
          row.decideForThemselves(MEMBER).isAllowed()
              ? new Reach.Themselves(person.userId())
              : new Reach.Nothing(RouteDenial.ofPerson(row, denied));
    };
  }

  private static Decision decide(RouteRow row, Subject subject, Map<String, String> names) {
    String blueprint = names.getOrDefault(KEPT, "");
    return row.right() == RouteRight.KEEPERS && !blueprint.isBlank()
        ? row.decideAbout(blueprint, subject)
        : row.decide(subject);
  }

  /** Whoever is there no more has no more rights than a Member. */
  private Subject subject(Caller caller, Actor.Person person) {
    return roles
        .held(caller.organizationId(), person.userId())
        .map(held -> subject("a person", held, Set.of()))
        .orElse(MEMBER);
  }
}
