package dev.portcullis.access;

import dev.portcullis.permission.AccessRequest;
import dev.portcullis.permission.Action;
import dev.portcullis.permission.Authorizer;
import dev.portcullis.permission.Condition;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.EntityOperation;
import dev.portcullis.permission.Resource;
import dev.portcullis.permission.Role;
import dev.portcullis.permission.Rule;
import dev.portcullis.permission.RuleSet;
import dev.portcullis.permission.RuleSource;
import dev.portcullis.permission.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the table of route rights, compiled for the engine. A route is a resource of its own
 * kind; calling it is to read, register, update or unregister, as the method says.
 *
 * @param scope that a limited app must have; empty where none opens the route
 * @param action that calling it is
 * @param resource the route
 * @param rules who may call it about everything
 * @param ownRules who may call it about themselves
 */
record RouteRow(
    String method,
    String pattern,
    RouteRight right,
    Optional<String> scope,
    EntityOperation action,
    Resource resource,
    RuleSet rules,
    RuleSet ownRules) {

  /** Stands in the table where no scope does. */
  private static final String NONE = "-";

  /** What every limited app has. */
  private static final String ANY_SCOPE = "*";

  private static final String RESOURCE_TYPE = "Route";

  /**
   * Reads a row of four columns.
   *
   * @throws IllegalArgumentException if it has not four, so that the server does not start
   */
  static RouteRow parse(String line) {
    String[] columns = line.strip().split(" +", -1);
    if (columns.length != 4) {
      throw new IllegalArgumentException("a row of four columns is wanted, not: " + line);
    }
    Optional<String> scope = Optional.of(columns[3]).filter(name -> !name.equals(NONE));
    return of(columns[0], columns[1], RouteRight.valueOf(columns[2]), scope);
  }

  private static RouteRow of(
      String method, String pattern, RouteRight right, Optional<String> scope) {
    EntityOperation action = action(method);
    Condition everybody = new Condition.HasRole(new Role.Member());
    List<Condition> granted = new ArrayList<>();
    if (right == RouteRight.MEMBERS) {
      granted.add(everybody);
    }
    scope
        .or(() -> right == RouteRight.MEMBERS ? Optional.of(ANY_SCOPE) : Optional.empty())
        .map(Condition.InTeam::new)
        .ifPresent(granted::add);
    List<Condition> grantedToOneself =
        right == RouteRight.THEMSELVES ? List.of(everybody) : List.of();
    return new RouteRow(
        method,
        pattern,
        right,
        scope,
        action,
        new Resource(RESOURCE_TYPE, route(method, pattern), Set.of()),
        compiled(action, granted, pattern),
        compiled(action, grantedToOneself, pattern));
  }

  private static RuleSet compiled(Action action, List<Condition> conditions, String pattern) {
    RuleSource source = new RuleSource("the table of route rights", 0, pattern);
    return RuleSet.of(
        conditions.stream().map(condition -> new Rule(action, condition, source)).toList());
  }

  private static EntityOperation action(String method) {
    return switch (method) {
      case "GET" -> EntityOperation.READ;
      case "POST" -> EntityOperation.REGISTER;
      case "PUT", "PATCH" -> EntityOperation.UPDATE;
      case "DELETE" -> EntityOperation.UNREGISTER;
      default -> throw new IllegalArgumentException("a method is wanted, not: " + method);
    };
  }

  /** A limited app's scopes as the engine is told of them. */
  static Set<String> withAnyScope(Set<String> scopes) {
    Set<String> all = new HashSet<>(scopes);
    all.add(ANY_SCOPE);
    return all;
  }

  static String route(String method, String pattern) {
    return method + " " + pattern;
  }

  String route() {
    return route(method, pattern);
  }

  /** Whether the subject may call it about everything. */
  Decision decide(Subject subject) {
    return Authorizer.decide(new AccessRequest(subject, action, resource), rules);
  }

  /** Whether the subject may call it about this blueprint. */
  Decision decideAbout(String blueprint, Subject subject) {
    Condition keeper = new Condition.HasRole(new Role.ModeratorOf(blueprint));
    return Authorizer.decide(
        new AccessRequest(subject, action, resource), compiled(action, List.of(keeper), pattern));
  }

  /** Whether the subject may call it about themselves. */
  Decision decideForThemselves(Subject subject) {
    return Authorizer.decide(new AccessRequest(subject, action, resource), ownRules);
  }
}
