package dev.portcullis.api;

import dev.portcullis.directory.TeamDraft;
import dev.portcullis.directory.TeamEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A team as Port's clients send it. What only the server knows is ignored, as Port does with
 * documents that are sent back.
 *
 * @param users each an e-mail, or an object with one as replies have it
 */
record TeamRequest(
    FieldChange<String> name,
    FieldChange<String> description,
    FieldChange<List<@Nullable Object>> users,
    @Nullable Object id,
    @Nullable Object provider,
    @Nullable Object createdAt,
    @Nullable Object updatedAt) {

  TeamDraft draft() {
    return new TeamDraft(
        Optional.empty(),
        name.required("name", null),
        description.map(Optional::of).applied(Optional.empty(), Optional.empty()),
        users.map(TeamRequest::texts).applied(List.of(), List.of()));
  }

  /** What is left out goes; but of {@code users} that says nothing where a provider names them. */
  TeamEdit whole() {
    return new TeamEdit(
        Optional.of(name.required("name", null)),
        Optional.of(description.map(Optional::of).applied(Optional.empty(), Optional.empty())),
        users.map(TeamRequest::texts).map(Optional::of).applied(Optional.empty(), Optional.empty()),
        true);
  }

  /** What is left out stays. */
  TeamEdit part() {
    return new TeamEdit(
        kept("name", name),
        description
            .map(Optional::of)
            .map(Optional::of)
            .applied(Optional.empty(), Optional.of(Optional.empty())),
        kept("users", users.map(TeamRequest::texts)),
        false);
  }

  private static <T> Optional<T> kept(String field, FieldChange<T> change) {
    return change instanceof FieldChange.Keep<T>
        ? Optional.empty()
        : Optional.of(change.required(field, null));
  }

  private static List<String> texts(List<@Nullable Object> users) {
    return users.stream().map(TeamRequest::text).toList();
  }

  private static String text(@Nullable Object user) {
    return switch (user) {
      case String email -> email;
      case Map<?, ?> object when object.get("email") instanceof String email -> email;
      case null, default ->
          throw RequestFault.invalid("users", "`users` must be a list of e-mails");
    };
  }
}
