package dev.portcullis.access;

import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The teams made by hand to which an Admin lets somebody belong. */
@Component
class HandTeams {

  /** The most teams in one list. */
  private static final int MAX_NAMES = 1_000;

  private final Memberships memberships;

  HandTeams(Memberships memberships) {
    this.memberships = memberships;
  }

  /**
   * The identifiers of the teams of these names or identifiers.
   *
   * @param problems gets what is wrong with them
   */
  List<String> identifiers(
      UUID organizationId, String field, List<String> names, List<String> problems) {
    if (names.size() > MAX_NAMES) {
      problems.add("`" + field + "` must name at most " + MAX_NAMES + " teams");
      return List.of();
    }
    Map<String, String> known = memberships.teamsNamed(organizationId, names);
    List<String> identifiers = new ArrayList<>();
    names.stream()
        .distinct()
        .forEach(name ->
            Optional.ofNullable(known.get(name))
                .ifPresentOrElse(
                    identifiers::add,
                    () ->
                        problems.add(
                            "`%s` must not name team `%s`, which does not exist"
                                .formatted(field, name))));
    return identifiers;
  }

  void set(Caller caller, User user, List<String> identifiers) {
    // PENDING: the directory's doorway for teams made by hand
  }
}
