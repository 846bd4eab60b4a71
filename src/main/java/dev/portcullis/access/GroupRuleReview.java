package dev.portcullis.access;

import dev.portcullis.attribute.PlainText;
import dev.portcullis.catalog.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds everything that is wrong with a group rule; pure. */
final class GroupRuleReview {

  private static final int MAX_TITLE = 100;
  private static final int MAX_BLUEPRINTS = 500;

  /** What stands beside the rules in {@code /v1/group-rules/}. */
  private static final Set<String> ADDRESSES = Set.of("analysis", "preview");

  private GroupRuleReview() {}

  /**
   * The problems of a rule.
   *
   * @param connections the names of the organization's connections
   * @param blueprints the identifiers of its blueprints
   */
  static List<String> of(GroupRuleDraft rule, Set<String> connections, Set<String> blueprints) {
    List<String> problems = new ArrayList<>();
    if (!Identifiers.fitsBlueprint(rule.identifier())) {
      problems.add(
          "`identifier` must have 1 to 100 letters, digits or characters of `@_.+:\\/-`, and not be"
              + " `.` or `..`");
    }
    if (ADDRESSES.contains(rule.identifier())) {
      problems.add(
          "`identifier` must not be `%s`, which is an address".formatted(rule.identifier()));
    }
    if (rule.title().isBlank()
        || rule.title().length() > MAX_TITLE
        || !PlainText.isPlain(rule.title())) {
      problems.add("`title` must have 1 to " + MAX_TITLE + " characters on one line");
    }
    if (rule.connections().isEmpty()) {
      problems.add("`connections` must name at least one connection");
    }
    rule.connections().stream()
        .filter(name -> !connections.contains(name))
        .map("`connections` names `%s`, which is no connection of this organization"::formatted)
        .forEach(problems::add);
    problems.addAll(ofGrant(rule.grant(), blueprints));
    return problems;
  }

  private static List<String> ofGrant(Grant grant, Set<String> blueprints) {
    boolean moderator = grant.role() == PortRole.MODERATOR;
    if (!moderator && !grant.blueprints().isEmpty()) {
      return List.of("`grant.blueprints` belongs to the role Moderator alone; leave it out");
    }
    if (moderator && grant.blueprints().isEmpty()) {
      return List.of("`grant.blueprints` must name what the Moderator looks after");
    }
    if (grant.blueprints().size() > MAX_BLUEPRINTS) {
      return List.of("`grant.blueprints` must name at most " + MAX_BLUEPRINTS + " blueprints");
    }
    return grant.blueprints().stream()
        .filter(identifier -> !blueprints.contains(identifier))
        .map("`grant.blueprints` names `%s`, which is no blueprint"::formatted)
        .toList();
  }
}
