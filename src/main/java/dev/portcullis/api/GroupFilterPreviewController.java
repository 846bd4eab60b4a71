package dev.portcullis.api;

import dev.portcullis.connection.SecretChange;
import dev.portcullis.directory.MembershipPreviews;
import dev.portcullis.organization.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Shows what another group filter would do to people's teams; nothing is stored. */
@RestController
class GroupFilterPreviewController {

  private final MembershipPreviews previews;

  GroupFilterPreviewController(MembershipPreviews previews) {
    this.previews = previews;
  }

  record Question(@Nullable GroupFilterRepresentation groupFilter) {}

  record Reply(boolean ok, MembershipPreviewRepresentation preview) {}

  @PostMapping("/v1/connections/{name}/group-filter/preview")
  Reply preview(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestBody Question question) {
    var filter = RequestFault.required("groupFilter", question.groupFilter()).filter("groupFilter");
    return new Reply(
        true,
        MembershipPreviewRepresentation.of(
            previews.of(
                caller, name, current -> current.withGroupFilter(filter), new SecretChange.Keep()),
            name));
  }
}
