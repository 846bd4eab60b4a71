package dev.portcullis.access;

import dev.portcullis.directory.Memberships;
import dev.portcullis.directory.Teams;
import dev.portcullis.directory.User;
import dev.portcullis.directory.UserTeamsOutcome;
import dev.portcullis.organization.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The teams made by hand to which an Admin lets somebody belong. */
@Component
class HandTeams {

  /** The most teams in one list. */
  private static final int MAX_NAMES = 1_000;

  private final Memberships memberships;
  private final Teams teams;

  HandTeams(Memberships memberships, Teams teams) {
    this.memberships = memberships;
    this.teams = teams;
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

  /**
   * Lets somebody belong to these teams, and to no others that are made by hand.
   *
   * @return what is wrong with them; empty if it is done
   */
  Optional<String> set(Caller caller, User user, String field, List<String> identifiers) {
    return switch (teams.setTeams(caller, user.id(), identifiers)) {
      case UserTeamsOutcome.Stored _, UserTeamsOutcome.UserNotFound _ -> Optional.empty();
      case UserTeamsOutcome.Refused(List<String> unknown, List<String> ofProviders) ->
          Optional.of(
              "`%s` must name teams made by hand, or those to which the person belongs already; %s %s"
                  .formatted(
                      field,
                      String.join(
                          ", ", Stream.concat(unknown.stream(), ofProviders.stream()).toList()),
                      "cannot be joined by hand"));
    };
  }
}
