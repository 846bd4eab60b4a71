package dev.portcullis.directory;

import dev.portcullis.attribute.PlainText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that is wrong with a team as an Admin wants it.
 *
 * @param field where: {@code name}, {@code description}, {@code users} or {@code identifier}
 * @param message what is wrong and what to change
 */
public record TeamProblem(String field, String message) {

  /** The most people of one request. */
  static final int MAX_USERS = 50_000;

  private static final int MAX_DESCRIPTION = 1_000;

  /** Port's, for teams made over the API; names of pushed and claimed groups are free text. */
  private static final Pattern NAME = Pattern.compile("[^;#/?\\s][^;#/?]*[^;#/?\\s]");

  static List<TeamProblem> of(TeamDraft draft) {
    return Stream.of(
            identifier(draft.identifier()),
            name(draft.name()),
            draft.description().flatMap(TeamProblem::description),
            users(draft.users()))
        .flatMap(Optional::stream)
        .toList();
  }

  static List<TeamProblem> of(TeamEdit edit, String presentName) {
    return Stream.of(
            edit.name().filter(name -> !name.equals(presentName)).flatMap(TeamProblem::name),
            edit.description().flatMap(text -> text).flatMap(TeamProblem::description),
            edit.users().flatMap(TeamProblem::users))
        .flatMap(Optional::stream)
        .toList();
  }

  static TeamProblem unknownUsers(List<String> unknown) {
    return new TeamProblem(
        "users",
        "`users` names nobody of the organization by "
            + String.join(", ", unknown.stream().map(user -> "`" + user + "`").toList())
            + "; invite them first");
  }

  private static Optional<TeamProblem> identifier(Optional<String> identifier) {
    return identifier
        .filter(text -> text.length() > 1_000 || !GroupNames.isIdentifier(text))
        .map(_ ->
            new TeamProblem(
                "identifier",
                "`identifier` must have at most 1000 characters, letters, digits and"
                    + " `@_.+:\\/=-` alone, and not begin with `_`"));
  }

  private static Optional<TeamProblem> name(String name) {
    Optional<String> problem =
        NAME.matcher(name).matches()
            ? UserProfile.nameProblem("name", name)
            : Optional.of(
                "`name` must have at least two characters, none of `;#/?`, and neither begin nor"
                    + " end with a space");
    return problem.map(message -> new TeamProblem("name", message));
  }

  private static Optional<TeamProblem> description(String text) {
    boolean sound =
        text.length() <= MAX_DESCRIPTION && PlainText.isPlain(text.replaceAll("[\\r\\n\\t]", " "));
    return sound
        ? Optional.empty()
        : Optional.of(
            new TeamProblem(
                "description",
                "`description` must have at most "
                    + MAX_DESCRIPTION
                    + " characters and, lines and tabs aside, no control characters"));
  }

  private static Optional<TeamProblem> users(List<String> users) {
    return users.size() > MAX_USERS
        ? Optional.of(
            new TeamProblem("users", "`users` must name at most " + MAX_USERS + " people"))
        : Optional.empty();
  }
}
