package dev.portcullis.permission;

import dev.portcullis.permission.Operand.Contextual;
import dev.portcullis.permission.Operand.Literal;
import dev.portcullis.permission.Operand.Property;
import dev.portcullis.permission.Operand.Sought;
import dev.portcullis.permission.Operand.Tested;
import java.util.List;

/**
 * A policy of a permission document: a tree of rules over the resource's properties and over what
 * the request is made in.
 *
 * <p>There is no negation but that of single operators, so that a rule which cannot be evaluated
 * counts as not met and never makes a policy grant more.
 */
public sealed interface Policy extends Condition {

  /** The deepest nesting of groups. */
  int MAX_DEPTH = 20;

  /** The most groups and rules in one policy. */
  int MAX_SIZE = 1_000;

  /** The most values that one rule compares with. */
  int MAX_VALUES = 1_000;

  /**
   * Every rule holds. A group without rules is met by nobody, though by logic it would be by
   * everybody: what was left empty grants nothing.
   */
  record AllOf(List<Policy> rules) implements Policy {
    public AllOf {
      rules = List.copyOf(rules);
      PolicyBounds.check(rules);
    }
  }

  /** At least one rule holds. */
  record AnyOf(List<Policy> rules) implements Policy {
    public AnyOf {
      rules = List.copyOf(rules);
      PolicyBounds.check(rules);
    }
  }

  /** Two values compare as the operator asks. */
  record Compares(Tested tested, Comparison comparison, Sought sought) implements Policy {

    private static final Sought MY_TEAMS = new Literal(PropertyValue.ofTexts(List.of("My Teams")));

    public Compares {
      PolicyBounds.check(comparison, sought);
      sought =
          isAboutTeams(tested, comparison) && sought.equals(MY_TEAMS) ? callersTeams() : sought;
    }

    /** {@code ["My Teams"]} stands for the caller's teams where {@code $team} is looked for. */
    private static boolean isAboutTeams(Tested tested, Comparison comparison) {
      return tested.equals(new Property("$team"))
          && (comparison == Comparison.IN || comparison == Comparison.NOT_IN);
    }

    private static Sought callersTeams() {
      return new Contextual(Context.USER_TEAMS, "$identifier");
    }
  }

  /** {@code isEmpty}, negated {@code isNotEmpty}: missing, null, or an array without elements. */
  record IsEmpty(Tested tested, boolean negated) implements Policy {}

  /** {@code between}, negated {@code notBetween}: a date lies in a range. */
  record IsWithin(Tested tested, Range range, boolean negated) implements Policy {}

  /** {@code isExpired}, negated {@code isNotExpired}: a timer's date has passed. */
  record IsExpired(Tested tested, boolean negated) implements Policy {}

  /**
   * {@code propertySchema}: some property that the resource's blueprint declares so compares as
   * asked; with {@code !=}, none equals.
   */
  record AnyProperty(PropertySchema schema, Comparison comparison, Sought sought)
      implements Policy {
    public AnyProperty {
      PolicyBounds.check(comparison, sought);
      if (!List.of(Comparison.EQUALS, Comparison.NOT_EQUALS, Comparison.CONTAINS)
          .contains(comparison)) {
        throw new IllegalArgumentException(
            "`propertySchema` knows no operator `" + comparison.operator() + "`");
      }
    }
  }

  /**
   * What was evaluated beforehand because it needs the catalog or a program: {@code relatedTo},
   * {@code matchAny}, a jq condition. The request holds its verdict under the key; without one the
   * condition fails, and so grants nothing.
   */
  record Evaluated(String key) implements Policy {
    public Evaluated {
      Required.text(key, "a verdict's key");
    }
  }

  /** The groups that lie in one another here; 1 for a single rule. */
  default int depth() {
    return switch (this) {
      case AllOf(List<Policy> rules) -> PolicyBounds.depth(rules);
      case AnyOf(List<Policy> rules) -> PolicyBounds.depth(rules);
      case Compares _, IsEmpty _, IsWithin _, IsExpired _, AnyProperty _, Evaluated _ -> 1;
    };
  }

  /** How many groups and rules there are, this one included. */
  default int size() {
    return switch (this) {
      case AllOf(List<Policy> rules) -> PolicyBounds.size(rules);
      case AnyOf(List<Policy> rules) -> PolicyBounds.size(rules);
      case Compares _, IsEmpty _, IsWithin _, IsExpired _, AnyProperty _, Evaluated _ -> 1;
    };
  }
}
