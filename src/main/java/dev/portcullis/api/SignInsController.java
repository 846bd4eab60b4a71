package dev.portcullis.api;

import dev.portcullis.organization.Caller;
import dev.portcullis.signin.Finding;
import dev.portcullis.signin.IssuerCheck;
import dev.portcullis.signin.SignInOutcome;
import dev.portcullis.signin.SignInOutcome.Admitted;
import dev.portcullis.signin.SignInOutcome.ConnectionDisabled;
import dev.portcullis.signin.SignInOutcome.ConnectionNotFound;
import dev.portcullis.signin.SignInOutcome.Deactivated;
import dev.portcullis.signin.SignInOutcome.NotProvisioned;
import dev.portcullis.signin.SignInOutcome.ProviderUnreachable;
import dev.portcullis.signin.SignInOutcome.Refused;
import dev.portcullis.signin.SignIns;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The login hook, for a gateway that has the ID token already, and the check before it. */
@RestController
@RequestMapping("/v1/connections/{name}")
class SignInsController {

  private final SignIns signIns;
  private final IssuerCheck issuerCheck;

  SignInsController(SignIns signIns, IssuerCheck issuerCheck) {
    this.signIns = signIns;
    this.issuerCheck = issuerCheck;
  }

  record Hook(@Nullable String idToken) {

    @Override
    public String toString() {
      return "Hook[…]";
    }
  }

  record Reply(boolean ok, SignInRepresentation signIn) {}

  record VerifyReply(boolean ok, List<Finding> checks) {}

  @PostMapping("/sign-ins")
  Reply signIn(
      @AuthenticationPrincipal Caller caller, @PathVariable String name, @RequestBody Hook hook) {
    SignInOutcome outcome =
        signIns.signIn(caller, name, RequestFault.required("idToken", hook.idToken()));
    return switch (outcome) {
      case Admitted admitted -> new Reply(true, SignInRepresentation.of(admitted));
      case Refused refused -> throw unaccepted(outcome, refused.explanation());
      case ProviderUnreachable unreachable -> throw unaccepted(outcome, unreachable.explanation());
      case Deactivated _ ->
          throw forbidden(outcome, "the person is deactivated; only the provider can change that");
      case NotProvisioned _ ->
          throw forbidden(
              outcome, "the person is unknown; assign them to the SCIM app in the provider first");
      case ConnectionDisabled _ ->
          throw forbidden(outcome, "the connection is disabled; an Admin can enable it");
      case ConnectionNotFound _ -> throw ConnectionsController.notFound(name);
    };
  }

  private static RequestFault unaccepted(SignInOutcome outcome, String message) {
    return fault(outcome, outcome.code(), message);
  }

  private static RequestFault forbidden(SignInOutcome outcome, String message) {
    return fault(outcome, "forbidden", message);
  }

  private static RequestFault fault(SignInOutcome outcome, String code, String message) {
    return new RequestFault(
        new PortError(outcome.status(), code, message, Map.of("reason", outcome.code())));
  }

  /** Looks whether the connection's provider is what it should be; its failure is no error here. */
  @PostMapping("/verify")
  VerifyReply verify(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
    return issuerCheck
        .run(caller, name)
        .map(checks -> new VerifyReply(checks.stream().allMatch(Finding::ok), checks))
        .orElseThrow(() -> ConnectionsController.notFound(name));
  }
}
