package dev.portcullis.access;

import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.User;
import dev.portcullis.permission.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The person whom a question is about, with everything that rules look at and where it is from.
 *
 * @param teams every identifier that means one of the person's groups
 * @param subject the same as the engine knows it
 */
record AccessSubject(
    User user,
    Optional<String> handle,
    List<Belonging> belongings,
    Map<String, UUID> teams,
    Standing standing,
    Subject subject) {

  AccessSubject(
      User user,
      Optional<String> handle,
      List<Belonging> belongings,
      Map<String, UUID> teams,
      Standing standing) {
    this(
        user,
        handle,
        belongings,
        teams,
        standing,
        new Subject(
            user.id().toString(),
            standing.roles(),
            teams.keySet(),
            handle.stream().collect(Collectors.toUnmodifiableSet()),
            active(user)));
  }

  /** How a person would call this one. */
  String name() {
    return handle.orElse(user.userName());
  }

  Optional<Belonging> belongingTo(String team) {
    return belongings.stream()
        .filter(belonging -> belonging.groupId().equals(teams.get(team)))
        .findFirst();
  }

  /** Whoever has not signed in yet is treated as afterwards (Port rule 6). */
  private static boolean active(User user) {
    return switch (user.status()) {
      case ACTIVE, STAGED, INVITED -> true;
      case PARKED, DISABLED, DELETED -> false;
    };
  }
}
