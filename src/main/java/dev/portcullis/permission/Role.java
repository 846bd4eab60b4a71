package dev.portcullis.permission;

import java.util.Locale;
import java.util.Optional;

/**
 * A role of Port, as a subject holds it and as a rule grants to it.
 *
 * <p>Role names compare without regard to case (Port rule 4), so a moderator's blueprint is kept
 * folded. Whoever keeps blueprints refuses a second one whose identifier differs only in case, for
 * they would share their moderators.
 */
public sealed interface Role {

  /** Passes every check (Port rule 1). */
  record Admin() implements Role {}

  /** Looks after one blueprint; whoever moderates several holds one of these for each. */
  record ModeratorOf(String blueprint) implements Role {
    private static final String SUFFIX = "-moderator";

    public ModeratorOf {
      Required.text(blueprint, "a moderator's blueprint");
      blueprint = blueprint.toLowerCase(Locale.ROOT);
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
    String folded = name.toLowerCase(Locale.ROOT);
    return switch (folded) {
      case "admin" -> Optional.of(new Admin());
      case "member" -> Optional.of(new Member());
      default -> moderatorNamed(folded);
    };
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
