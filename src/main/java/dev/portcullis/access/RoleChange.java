package dev.portcullis.access;

import dev.portcullis.directory.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * That somebody would have another role.
 *
 * @param name the person's e-mail, or else the user name
 */
public record RoleChange(UUID userId, String name, EffectiveRole before, EffectiveRole after) {

  /** What other rules would make of a person; empty if nothing changes. */
  static Optional<RoleChange> of(Person person, List<GroupRule> before, List<GroupRule> after) {
    RoleChange change =
        new RoleChange(
            person.user().id(),
            person.handle().orElse(person.user().userName()),
            role(person, before),
            role(person, after));
    return Optional.of(change).filter(each -> !each.before.equals(each.after));
  }

  private static EffectiveRole role(Person person, List<GroupRule> rules) {
    return Standing.of(person.user(), person.belongings(), rules).effective();
  }

  /** Whether the person could do something afterwards that needs a role not held before. */
  boolean gains() {
    return exceeds(after, before);
  }

  /** Whether the person holds a role now that would be lost. */
  boolean loses() {
    return exceeds(before, after);
  }

  /** Whoever is an Admin has whatever a Moderator has. */
  private static boolean exceeds(EffectiveRole one, EffectiveRole other) {
    if (other.role().equals(PortRole.ADMIN.wireName())) {
      return false;
    }
    Set<String> more = new HashSet<>(one.moderatedBlueprints());
    other.moderatedBlueprints().forEach(more::remove);
    return one.role().equals(PortRole.ADMIN.wireName()) || !more.isEmpty();
  }
}
