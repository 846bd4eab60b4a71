package dev.portcullis.access;

import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The table of who may call which route of the REST API, and the only place that decides it. A
 * route without a row is closed to everybody.
 *
 * <p>An API client has the rights of an Admin, and so has a person who is one at this moment. What
 * only the operator may is decided behind the routes of organizations, by {@link
 * Caller#isOperator()}, which is true of no person.
 */
@Component
public class RouteRights {

  /** Method, pattern, right; in order of the patterns. */
  private static final String TABLE =
      """
      GET    /.well-known/authzen-configuration                                   ANYBODY
      GET    /.well-known/jwks.json                                               ANYBODY
      POST   /access/v1/evaluation                                                THEMSELVES
      POST   /access/v1/evaluations                                               THEMSELVES
      POST   /access/v1/search/action                                             THEMSELVES
      POST   /access/v1/search/resource                                           THEMSELVES
      POST   /access/v1/search/subject                                            ADMINS
      GET    /v1/actions                                                          ADMINS
      POST   /v1/actions                                                          ADMINS
      GET    /v1/actions/{identifier}                                             ADMINS
      PUT    /v1/actions/{identifier}                                             ADMINS
      PATCH  /v1/actions/{identifier}                                             ADMINS
      DELETE /v1/actions/{identifier}                                             ADMINS
      GET    /v1/actions/{identifier}/permissions                                 ADMINS
      PUT    /v1/actions/{identifier}/permissions                                 ADMINS
      PATCH  /v1/actions/{identifier}/permissions                                 ADMINS
      GET    /v1/actions/{identifier}/permissions/versions                        ADMINS
      GET    /v1/actions/{identifier}/permissions/versions/{version}              ADMINS
      POST   /v1/actions/{identifier}/permissions/versions/{version}/restore      ADMINS
      GET    /v1/activity                                                         ADMINS
      GET    /v1/applications                                                     ADMINS
      POST   /v1/applications                                                     ADMINS
      GET    /v1/applications/{clientId}                                          ADMINS
      PATCH  /v1/applications/{clientId}                                          ADMINS
      DELETE /v1/applications/{clientId}                                          ADMINS
      POST   /v1/auth/access_token                                                ANYBODY
      GET    /v1/blueprints                                                       MEMBERS    read:blueprints
      POST   /v1/blueprints                                                       ADMINS     create:blueprints
      GET    /v1/blueprints/system/{blueprint}/structure                          MEMBERS    read:blueprints
      GET    /v1/blueprints/{blueprint}                                           MEMBERS    read:blueprints
      PUT    /v1/blueprints/{blueprint}                                           ADMINS     update:blueprints
      PATCH  /v1/blueprints/{blueprint}                                           ADMINS     update:blueprints
      DELETE /v1/blueprints/{blueprint}                                           ADMINS     delete:blueprints
      DELETE /v1/blueprints/{blueprint}/all-entities                              ADMINS     delete:entities
      POST   /v1/blueprints/{blueprint}/bulk/entities/delete                      MEMBERS    delete:entities
      GET    /v1/blueprints/{blueprint}/entities                                  ADMINS
      POST   /v1/blueprints/{blueprint}/entities                                  MEMBERS    create:entities
      POST   /v1/blueprints/{blueprint}/entities/bulk                             MEMBERS    create:entities
      GET    /v1/blueprints/{blueprint}/entities/{entity}                         ADMINS
      PUT    /v1/blueprints/{blueprint}/entities/{entity}                         MEMBERS    update:entities
      PATCH  /v1/blueprints/{blueprint}/entities/{entity}                         MEMBERS    update:entities
      DELETE /v1/blueprints/{blueprint}/entities/{entity}                         MEMBERS    delete:entities
      GET    /v1/blueprints/{identifier}/permissions                              ADMINS
      PUT    /v1/blueprints/{identifier}/permissions                              ADMINS
      PATCH  /v1/blueprints/{identifier}/permissions                              ADMINS
      GET    /v1/blueprints/{identifier}/permissions/versions                     ADMINS
      GET    /v1/blueprints/{identifier}/permissions/versions/{version}           ADMINS
      POST   /v1/blueprints/{identifier}/permissions/versions/{version}/restore   ADMINS
      GET    /v1/connections                                                      ADMINS
      POST   /v1/connections                                                      ADMINS
      GET    /v1/connections/{name}                                               ADMINS
      PATCH  /v1/connections/{name}                                               ADMINS
      DELETE /v1/connections/{name}                                               ADMINS
      GET    /v1/connections/{name}/drift                                         ADMINS
      POST   /v1/connections/{name}/group-filter/preview                          ADMINS
      GET    /v1/connections/{name}/scim-tokens                                   ADMINS
      POST   /v1/connections/{name}/scim-tokens                                   ADMINS
      DELETE /v1/connections/{name}/scim-tokens/{id}                              ADMINS
      GET    /v1/connections/{name}/sessions                                      ADMINS
      GET    /v1/connections/{name}/sign-ins                                      ADMINS
      POST   /v1/connections/{name}/sign-ins                                      ADMINS
      POST   /v1/connections/{name}/verify                                        ADMINS
      GET    /v1/group-rules                                                      ADMINS
      POST   /v1/group-rules                                                      ADMINS
      GET    /v1/group-rules/analysis                                             ADMINS
      POST   /v1/group-rules/preview                                              ADMINS
      GET    /v1/group-rules/{identifier}                                         ADMINS
      PUT    /v1/group-rules/{identifier}                                         ADMINS
      PATCH  /v1/group-rules/{identifier}                                         ADMINS
      DELETE /v1/group-rules/{identifier}                                         ADMINS
      POST   /v1/group-rules/{identifier}/review                                  ADMINS
      GET    /v1/migrations/{id}                                                  ADMINS     read:blueprints
      GET    /v1/organization                                                     MEMBERS
      GET    /v1/organizations                                                    ADMINS
      POST   /v1/organizations                                                    ADMINS
      DELETE /v1/organizations/{id}                                               ADMINS
      GET    /v1/pages                                                            ADMINS
      POST   /v1/pages                                                            ADMINS
      GET    /v1/pages/{identifier}                                               ADMINS
      PUT    /v1/pages/{identifier}                                               ADMINS
      PATCH  /v1/pages/{identifier}                                               ADMINS
      DELETE /v1/pages/{identifier}                                               ADMINS
      GET    /v1/pages/{identifier}/permissions                                   MEMBERS
      PUT    /v1/pages/{identifier}/permissions                                   ADMINS
      PATCH  /v1/pages/{identifier}/permissions                                   ADMINS
      GET    /v1/pages/{identifier}/permissions/versions                          ADMINS
      GET    /v1/pages/{identifier}/permissions/versions/{version}                ADMINS
      POST   /v1/pages/{identifier}/permissions/versions/{version}/restore        ADMINS
      GET    /v1/scim-schemas                                                     ADMINS
      POST   /v1/scim-schemas                                                     ADMINS
      GET    /v1/scim-schemas/{urn}                                               ADMINS
      PUT    /v1/scim-schemas/{urn}                                               ADMINS
      DELETE /v1/scim-schemas/{urn}                                               ADMINS
      POST   /v1/users/invite                                                     ADMINS
      GET    /v1/users/{user}                                                     THEMSELVES
      PUT    /v1/users/{user}/handle                                              ADMINS
      POST   /v1/users/{user}/move                                                ADMINS
      GET    /v1/users/{user}/sessions                                            ADMINS
      DELETE /v1/users/{user}/sessions                                            ADMINS
      DELETE /v1/users/{user}/sessions/{id}                                       ADMINS
      """;

  private static final Map<String, RouteRight> ROWS =
      TABLE
          .lines()
          .map(line -> line.split(" +"))
          .collect(
              Collectors.toUnmodifiableMap(
                  row -> route(row[0], row[1]), row -> RouteRight.valueOf(row[2])));

  private final EffectiveRoles roles;

  RouteRights(EffectiveRoles roles) {
    this.roles = roles;
  }

  private static String route(String method, String pattern) {
    return method + " " + pattern;
  }

  /** Who may call a route; empty if the table does not have it. */
  static Optional<RouteRight> of(String method, String pattern) {
    // HEAD is GET without the body.
    String asked = method.equals("HEAD") ? "GET" : method;
    return Optional.ofNullable(ROWS.get(route(asked, pattern)));
  }

  /**
   * How far a caller may go.
   *
   * @param caller empty without a token
   * @param pattern of the route that was found, such as {@code /v1/users/{user}}
   */
  public Reach reach(Optional<Caller> caller, String method, String pattern) {
    return of(method, pattern)
        .map(right ->
            right == RouteRight.ANYBODY
                ? new Reach.Everything()
                : caller.map(known -> reach(known, right)).orElseGet(Reach.Nothing::new))
        .orElseGet(Reach.Nothing::new);
  }

  private Reach reach(Caller caller, RouteRight right) {
    return switch (caller.actor()) {
      case Actor.Client _ -> new Reach.Everything();
      case Actor.Person person -> reach(caller, person, right);
      case Actor.Provisioner _, Actor.IdentityProvider _, Actor.Server _ -> new Reach.Nothing();
    };
  }

  private Reach reach(Caller caller, Actor.Person person, RouteRight right) {
    if (right == RouteRight.MEMBERS || isAdmin(caller, person)) {
      return new Reach.Everything();
    }
    return right == RouteRight.THEMSELVES
        ? new Reach.Themselves(person.userId())
        : new Reach.Nothing();
  }

  private boolean isAdmin(Caller caller, Actor.Person person) {
    return roles
        .of(caller.organizationId(), person.userId())
        .filter(role -> role.role().equals(PortRole.ADMIN.wireName()))
        .isPresent();
  }
}
