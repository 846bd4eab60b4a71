package dev.portcullis.api;

import dev.portcullis.access.AccessChange;
import dev.portcullis.access.AccessPreview;
import dev.portcullis.access.ChangeOutcome;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Renders what became of a change that may be previewed and guarded. */
final class GuardedReply {

  /** The most people whom a refusal names. */
  private static final int MOST_NAMED = 1_000;

  private GuardedReply() {}

  /**
   * The reply.
   *
   * @param rendering of the change's own outcome, and of the preview if that is all that was asked
   */
  static <T, R> R of(
      ChangeOutcome<T> outcome, BiFunction<T, @Nullable AccessPreviewRepresentation, R> rendering) {
    return switch (outcome) {
      case ChangeOutcome.Made<T>(T made) -> rendering.apply(made, null);
      case ChangeOutcome.Previewed<T>(T seen, AccessPreview preview) ->
          rendering.apply(seen, AccessPreviewRepresentation.of(preview));
      case ChangeOutcome.TooManyLose<T>(AccessPreview preview) -> throw tooManyLose(preview);
      case ChangeOutcome.AdminMustConfirm<T> _ -> throw adminMustConfirm();
      case ChangeOutcome.NoPreview<T> _ -> throw UnservedParameters.noPreview();
    };
  }

  private static RequestFault adminMustConfirm() {
    return new RequestFault(
        new PortError(
            409,
            "mass_change",
            "more people would lose rights than the organization lets pass, so that nothing was"
                + " changed; an Admin sees who they are, and can confirm it"));
  }

  private static RequestFault tooManyLose(AccessPreview preview) {
    List<AccessPreviewRepresentation.ChangeRepresentation> losing =
        preview.changes().stream()
            .filter(AccessChange::isLoss)
            .limit(MOST_NAMED)
            .map(AccessPreviewRepresentation.ChangeRepresentation::of)
            .toList();
    return new RequestFault(
        new PortError(
            409,
            "mass_change",
            ("%d of %d people would lose rights, so that nothing was changed; look at"
                    + " `details.changes`, and send `confirm=%d` if it is meant")
                .formatted(preview.losing(), preview.people(), preview.losing()),
            Map.of(
                "people", preview.people(),
                "losing", preview.losing(),
                "confirm", preview.losing(),
                "changes", losing)));
  }
}
