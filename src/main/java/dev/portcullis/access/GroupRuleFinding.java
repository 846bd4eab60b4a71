package dev.portcullis.access;

import java.util.List;
import java.util.Optional;

/**
 * Something about a group rule that its author should know.
 *
 * @param rule identifier of the rule
 * @param others identifiers of further rules that have to do with it
 * @param connection name of the connection in which the witness shows it
 * @param witness a group's name that shows it: one that there is, or that there could be
 * @param groups names of groups that there are and that it is about
 * @param message one sentence for a person
 */
public record GroupRuleFinding(
    Kind kind,
    String rule,
    List<String> others,
    Optional<String> connection,
    Optional<String> witness,
    List<String> groups,
    String message) {

  /** What sort of finding it is. */
  public enum Kind {
    /** No group could ever have a name that the rule means. */
    NEVER_MATCHES("neverMatches", "can never match"),
    /** Whoever the rule reaches has as much without it. */
    SHADOWED("shadowed", "is shadowed"),
    /** Another rule grants something else to groups of the same name. */
    OVERLAPS("overlaps", "overlaps with another"),
    /** The rule makes Admins of the members of groups whose names nobody has reviewed. */
    UNREVIEWED_ADMIN("unreviewedAdmin", "makes Admins unreviewed"),
    /** Some of this could not be found out. */
    NOT_ANALYSED("notAnalysed", "was not analysed in full");

    private final String wireName;
    private final String inWords;

    Kind(String wireName, String inWords) {
      this.wireName = wireName;
      this.inWords = inWords;
    }

    /** The name in replies. */
    public String wireName() {
      return wireName;
    }
  }

  public GroupRuleFinding {
    others = List.copyOf(others);
    groups = List.copyOf(groups);
  }

  static GroupRuleFinding of(Kind kind, GroupRule rule, String why) {
    return new GroupRuleFinding(
        kind,
        rule.identifier(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "Rule `%s` %s: %s.".formatted(rule.identifier(), kind.inWords, why));
  }

  GroupRuleFinding withOthers(List<String> identifiers) {
    return new GroupRuleFinding(kind, rule, identifiers, connection, witness, groups, message);
  }

  GroupRuleFinding withWitness(String name) {
    return new GroupRuleFinding(kind, rule, others, connection, Optional.of(name), groups, message);
  }

  GroupRuleFinding in(String connectionName) {
    return new GroupRuleFinding(
        kind, rule, others, Optional.of(connectionName), witness, groups, message);
  }

  GroupRuleFinding about(List<String> names) {
    return new GroupRuleFinding(kind, rule, others, connection, witness, names, message);
  }
}
