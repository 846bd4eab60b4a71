package dev.portcullis.api;

import dev.portcullis.directory.TeamDraft;
import dev.portcullis.directory.TeamEdit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a request says of a team. What only the server knows is passed over where a client sends
 * back what it read.
 */
record TeamRequest(
    FieldChange<String> name,
    FieldChange<String> description,
    FieldChange<List<@Nullable String>> users,
    @Nullable JsonNode id,
    @Nullable JsonNode provider,
    @Nullable JsonNode createdAt,
    @Nullable JsonNode updatedAt) {

  TeamDraft draft() {
    return new TeamDraft(
        Optional.empty(),
        name.required("name", null),
        description.map(Optional::of).applied(Optional.<String>empty(), Optional.empty()),
        people().applied(Optional.<List<String>>empty(), Optional.empty()).orElse(List.of()));
  }

  /** Everything that there is to say: without a description the team has none. */
  TeamEdit whole() {
    return new TeamEdit(
        Optional.of(name.required("name", null)),
        Optional.of(
            description.map(Optional::of).applied(Optional.<String>empty(), Optional.empty())),
        people().applied(Optional.<List<String>>empty(), Optional.empty()),
        true);
  }

  /** What is not there stays as it is. */
  TeamEdit part() {
    return new TeamEdit(
        name.map(Optional::of).applied(Optional.<String>empty(), Optional.empty()),
        description
            .map(text -> Optional.of(Optional.of(text)))
            .applied(Optional.<Optional<String>>empty(), Optional.of(Optional.empty())),
        people().applied(Optional.<List<String>>empty(), Optional.of(List.of())),
        false);
  }

  private FieldChange<Optional<List<String>>> people() {
    return users.map(emails ->
        Optional.of(emails.stream().map(email -> RequestFault.required("users", email)).toList()));
  }
}
