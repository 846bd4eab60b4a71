package dev.portcullis.access;

import dev.portcullis.access.AccessReason.Kind;
import dev.portcullis.directory.Belonging;
import dev.portcullis.permission.Condition;
import dev.portcullis.permission.Decision;
import dev.portcullis.permission.Match;
import dev.portcullis.permission.Reason.AdminPasses;
import dev.portcullis.permission.Reason.Granted;
import dev.portcullis.permission.Reason.Ground;
import dev.portcullis.permission.Resource;
import dev.portcullis.permission.Role;
import dev.portcullis.permission.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Joins a decision's reasons to the groups, group rules and evidence behind them; pure. */
final class Explanation {

  /** The most reasons of one answer. */
  static final int MAX_REASONS = 50;

  private final AccessSubject subject;

  private Explanation(AccessSubject subject) {
    this.subject = subject;
  }

  static List<AccessReason> of(AccessSubject subject, Resource resource, Decision decision) {
    Explanation explanation = new Explanation(subject);
    Stream<AccessReason> reasons =
        switch (decision) {
          case Decision.Allowed(List<Ground> grounds) ->
              grounds.stream().flatMap(explanation::ground);
          case Decision.Denied(var obstacles) ->
              obstacles.stream().map(obstacle -> Denials.of(subject, resource, obstacle));
        };
    return reasons.distinct().limit(MAX_REASONS).toList();
  }

  private Stream<AccessReason> ground(Ground ground) {
    return switch (ground) {
      case AdminPasses _ ->
          holding(
              Kind.ADMIN, new Role.Admin(), "`%s` is an Admin%s, and Admins may do everything.");
      case Granted(Rule rule, Match match, _) ->
          granted(rule, match).map(reason -> reason.writtenIn(rule.source()));
    };
  }

  private Stream<AccessReason> granted(Rule rule, Match match) {
    String action = rule.action().actionName();
    return switch (match) {
      case Match.HoldsRole(Role role) ->
          holding(
              Kind.ROLE,
              role,
              "`%s` has the role " + role.roleName() + "%s, which is granted `" + action + "`.");
      case Match.BelongsTo(String team) -> Stream.of(belonging(rule, action, team));
      case Match.KnownAs(String email) ->
          Stream.of(
              AccessReason.of(Kind.USER, "`%s` is granted to `%s`.".formatted(action, email))
                  .withUser(email));
      case Match.MeetsPolicy _ ->
          Stream.of(AccessReason.of(Kind.POLICY, "The policy of `%s` is met.".formatted(action)));
    };
  }

  /** A reason for each way in which the role is held: set by hand, and by each group rule. */
  private Stream<AccessReason> holding(Kind kind, Role role, String sentence) {
    List<RoleGround> grounds = subject.standing().groundsOf(role);
    Stream<AccessReason> byHand =
        subject.standing().holdsByHand(role)
            ? Stream.of(role(kind, role, sentence, " without any group rule"))
            : Stream.empty();
    return Stream.concat(
        byHand,
        grounds.stream()
            .map(ground ->
                role(kind, role, sentence, through(ground))
                    .through(ground.belonging())
                    .byGroupRule(ground.rule())));
  }

  private AccessReason role(Kind kind, Role role, String sentence, String how) {
    return AccessReason.of(kind, sentence.formatted(subject.name(), how)).withRole(role.roleName());
  }

  private static String through(RoleGround ground) {
    return " by group rule `%s` through group `%s`"
        .formatted(ground.rule().identifier(), ground.belonging().displayName());
  }

  private AccessReason belonging(Rule rule, String action, String team) {
    boolean owner = rule.condition() instanceof Condition.OwnsByTeam;
    String sentence =
        owner
            ? "`%s` belongs to team `%s`, which owns the entity and so is granted `%s`."
            : "`%s` belongs to team `%s`, which is granted `%s`.";
    AccessReason reason =
        AccessReason.of(
                owner ? Kind.OWNED_BY_TEAM : Kind.TEAM,
                sentence.formatted(subject.name(), team, action))
            .withTeam(team);
    Optional<Belonging> belonging = subject.belongingTo(team);
    return belonging.map(reason::through).orElse(reason);
  }
}
