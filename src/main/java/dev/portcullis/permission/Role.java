package dev.portcullis.permission;

import java.util.Optional;

/**
 * A role of Port, as a subject holds it and as a rule grants to it.
 *
 * <p>Role names compare without regard to case (Port rule 4), so a moderator's blueprint is kept
 * folded, character by character, so that it folds alike within a name and by itself. Two
 * blueprints whose identifiers fold alike would share their moderators; the catalog refuses the
 * second.
 */
public sealed interface Role {

  /** Passes every check (Port rule 1). */
  record Admin() implements Role {}

  /** Looks after one blueprint; whoever moderates several holds one of these for each. */
  record ModeratorOf(String blueprint) implements Role {
    private static final String SUFFIX = "-moderator";

    public ModeratorOf {
      Required.text(blueprint, "a moderator's blueprint");
      blueprint = folded(blueprint);
    }
  }

  /** The least role; a grant to it reaches the other roles too (Port rule 2). */
  record Member() implements Role {}

  /**
   * The role that a permission document means by a name: {@code Admin}, {@code Member} or {@code
   * {blueprint}-moderator}. Empty for any other name, which grants nobody anything.
   *
   * <p>One suffix is taken off and no more: the moderators of a blueprint {@code x-moderator} are
   * named {@code x-moderator-moderator}.
   */
  static Optional<Role> named(String name) {
    String folded = folded(name);
    return switch (folded) {
      case "admin" -> Optional.of(new Admin());
      case "member" -> Optional.of(new Member());
      default -> moderatorNamed(folded);
    };
  }

  private static String folded(String name) {
    return name.codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Optional<Role> moderatorNamed(String folded) {
    if (!folded.endsWith(ModeratorOf.SUFFIX)) {
      return Optional.empty();
    }
    String blueprint = folded.substring(0, folded.length() - ModeratorOf.SUFFIX.length());
    return blueprint.isBlank() ? Optional.empty() : Optional.of(new ModeratorOf(blueprint));
  }

  /** Port's name of the role, with a moderator's blueprint in lower case. */
  default String roleName() {
    return switch (this) {
      case Admin _ -> "Admin";
      case ModeratorOf(String blueprint) -> blueprint + ModeratorOf.SUFFIX;
      case Member _ -> "Member";
    };
  }
}
