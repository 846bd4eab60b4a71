package dev.portcullis.permission;

/** What stands on one side of a policy's rule. */
public sealed interface Operand {

  /** What may be tested: the left side. */
  sealed interface Tested extends Operand {}

  /** What it may be tested against: the right side. */
  sealed interface Sought extends Operand {}

  /**
   * A property of the resource, or one of its meta-properties {@code $identifier $title $team $icon
   * $blueprint $createdAt $updatedAt $createdBy $updatedBy}.
   */
  record Property(String name) implements Tested {
    public Property {
      Required.text(name, "a property");
    }
  }

  /**
   * A property of what the request is made in. On the left side it makes the rule a test on the
   * caller, the same for every resource. If it has no value, the rule is false whatever its
   * operator, except that {@code isEmpty} and {@code isNotEmpty} may ask about just that (Port rule
   * 11).
   */
  record Contextual(Context context, String property) implements Tested, Sought {
    public Contextual {
      Required.text(property, "a property");
    }
  }

  /** A value as the policy's author wrote it. */
  record Literal(PropertyValue value) implements Sought {}
}
