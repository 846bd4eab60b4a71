package dev.portcullis.access;

import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.HandRole;
import dev.portcullis.directory.User;
import dev.portcullis.permission.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which roles a person holds, and why.
 *
 * @param byHand the role that an Admin set
 * @param moderatedByHand what it makes a Moderator of; empty unless it is that role
 * @param grounds every group rule that grants something, with the group that earns it
 */
record Standing(PortRole byHand, List<String> moderatedByHand, List<RoleGround> grounds) {

  Standing {
    moderatedByHand = byHand == PortRole.MODERATOR ? List.copyOf(moderatedByHand) : List.of();
    grounds = List.copyOf(grounds);
  }

  /** The standing of someone who belongs there, under these rules. */
  static Standing of(PortRole byHand, List<Belonging> belongings, List<GroupRule> rules) {
    return of(byHand, List.of(), belongings, rules);
  }

  /** The standing of a user who belongs there, under these rules. */
  static Standing of(User user, List<Belonging> belongings, List<GroupRule> rules) {
    HandRole role = user.handRole();
    return of(
        PortRole.named(role.role()).orElseThrow(), role.moderatedBlueprints(), belongings, rules);
  }

  private static Standing of(
      PortRole byHand,
      List<String> moderatedByHand,
      List<Belonging> belongings,
      List<GroupRule> rules) {
    return new Standing(
        byHand,
        moderatedByHand,
        rules.stream()
            .flatMap(rule ->
                belongings.stream()
                    .filter(rule::covers)
                    .map(belonging -> new RoleGround(rule, belonging)))
            .toList());
  }

  /** The highest role, and what it looks after. */
  EffectiveRole effective() {
    PortRole highest = highest();
    List<String> blueprints = highest == PortRole.MODERATOR ? moderated() : List.of();
    return new EffectiveRole(highest.wireName(), blueprints);
  }

  /** The same as the engine knows it; never empty, for everybody is at least a Member. */
  Set<Role> roles() {
    return switch (highest()) {
      case ADMIN -> Set.of(new Role.Admin());
      case MODERATOR -> moderatorRoles();
      case MEMBER -> Set.of(new Role.Member());
    };
  }

  /** Why the person holds a role, as far as group rules give it. */
  List<RoleGround> groundsOf(Role role) {
    return grounds.stream().filter(ground -> gives(ground.rule().grant(), role)).toList();
  }

  /** Whether the role would be held if there were no group rules. */
  boolean holdsByHand(Role role) {
    return switch (role) {
      case Role.Admin _ -> byHand == PortRole.ADMIN;
      case Role.Member _ -> byHand == PortRole.MEMBER || moderated().isEmpty();
      case Role.ModeratorOf moderator ->
          moderatedByHand.stream().map(Role.ModeratorOf::new).anyMatch(moderator::equals);
    };
  }

  private Set<Role> moderatorRoles() {
    List<String> moderated = moderated();
    return moderated.isEmpty()
        ? Set.of(new Role.Member())
        : moderated.stream().map(Role.ModeratorOf::new).collect(Collectors.toUnmodifiableSet());
  }

  private PortRole highest() {
    return grounds.stream()
        .map(ground -> ground.rule().grant().role())
        .reduce(byHand, (one, other) -> one.compareTo(other) >= 0 ? one : other);
  }

  private List<String> moderated() {
    return Stream.concat(
            moderatedByHand.stream(),
            grounds.stream().flatMap(ground -> ground.rule().grant().blueprints().stream()))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean gives(Grant grant, Role role) {
    return switch (role) {
      case Role.Admin _ -> grant.role() == PortRole.ADMIN;
      case Role.Member _ -> grant.role() == PortRole.MEMBER;
      case Role.ModeratorOf moderator ->
          grant.blueprints().stream().map(Role.ModeratorOf::new).anyMatch(moderator::equals);
    };
  }
}
