package dev.portcullis.api;

import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.User;
import dev.portcullis.signin.SignInOutcome.Admitted;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in in a reply; teams by their identifiers. */
record SignInRepresentation(
    UserRepresentation user,
    boolean created,
    String role,
    List<String> moderatedBlueprints,
    TeamsRepresentation teams,
    GroupsRepresentation groups,
    String claim,
    List<String> warnings) {

  record UserRepresentation(UUID id, @Nullable String email, String status) {

    static UserRepresentation of(User user) {
      return new UserRepresentation(user.id(), user.email().orElse(null), user.status().name());
    }
  }

  record TeamsRepresentation(List<String> added, List<String> removed, List<String> kept) {}

  record GroupsRepresentation(List<String> matched, List<String> ignored) {}

  static SignInRepresentation of(Admitted admitted) {
    return new SignInRepresentation(
        UserRepresentation.of(admitted.user()),
        admitted.created(),
        admitted.role().role(),
        admitted.role().moderatedBlueprints(),
        new TeamsRepresentation(
            identifiers(admitted.added()),
            identifiers(admitted.removed()),
            identifiers(admitted.kept())),
        new GroupsRepresentation(admitted.matched(), admitted.ignored()),
        admitted.verdict().name(),
        admitted.warnings());
  }

  private static List<String> identifiers(List<Belonging> teams) {
    return teams.stream().map(Belonging::identifier).toList();
  }
}
