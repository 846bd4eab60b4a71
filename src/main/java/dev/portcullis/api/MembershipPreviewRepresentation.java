package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.connection.ConnectionOutcome;
import dev.portcullis.directory.MembershipPreview;
import dev.portcullis.directory.MembershipPreview.Change;
import dev.portcullis.directory.MembershipPreview.Changes;
import dev.portcullis.directory.MembershipPreview.Names;
import dev.portcullis.directory.PreviewOutcome;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a change of a connection would make of memberships, in a reply. */
record MembershipPreviewRepresentation(
    Groups groups, ChangesRepresentation gaining, ChangesRepresentation losing) {

  record Groups(Names matched, Names ignored) {}

  record ChangesRepresentation(int count, List<ChangeRepresentation> memberships) {

    static ChangesRepresentation of(Changes changes) {
      return new ChangesRepresentation(
          changes.count(), changes.shown().stream().map(ChangeRepresentation::of).toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UserRepresentation(UUID id, @Nullable String email) {}

  record TeamRepresentation(String identifier, String name) {}

  record ChangeRepresentation(UserRepresentation user, TeamRepresentation team) {

    static ChangeRepresentation of(Change change) {
      return new ChangeRepresentation(
          new UserRepresentation(change.userId(), change.email().orElse(null)),
          new TeamRepresentation(change.team(), change.teamName()));
    }
  }

  /**
   * What a look showed.
   *
   * @param name of the connection, for the words of a refusal
   */
  static MembershipPreviewRepresentation of(PreviewOutcome outcome, String name) {
    return switch (outcome) {
      case PreviewOutcome.Previewed(_, MembershipPreview preview) -> of(preview);
      case PreviewOutcome.Refused(ConnectionOutcome why) ->
          throw ConnectionsController.refusal(why, name);
      case PreviewOutcome.TooMany(int limit) ->
          throw RequestFault.invalid(
              "the change concerns more than %d memberships, which is more than a preview compares"
                  .formatted(limit));
    };
  }

  private static MembershipPreviewRepresentation of(MembershipPreview preview) {
    return new MembershipPreviewRepresentation(
        new Groups(preview.matched(), preview.ignored()),
        ChangesRepresentation.of(preview.gaining()),
        ChangesRepresentation.of(preview.losing()));
  }
}
