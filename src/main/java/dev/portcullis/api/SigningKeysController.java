package dev.portcullis.api;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.KeyRotationOutcome;
import dev.portcullis.organization.PublishedKey;
import dev.portcullis.organization.SigningKeyRotation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The keys that sign the deployment's access tokens; the operator sees to them. */
@RestController
@RequestMapping("/v1/signing-keys")
class SigningKeysController {

  private final SigningKeyRotation rotation;

  SigningKeysController(SigningKeyRotation rotation) {
    this.rotation = rotation;
  }

  record Reply(boolean ok, List<PublishedKey> signingKeys) {}

  @GetMapping
  Reply all() {
    return new Reply(true, rotation.published());
  }

  @PostMapping("/rotate")
  Reply rotate(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "immediately", required = false) @Nullable String immediately) {
    return switch (rotation.rotate(caller, Boolean.parseBoolean(immediately))) {
      case KeyRotationOutcome.Rotated(List<PublishedKey> keys) -> new Reply(true, keys);
      case KeyRotationOutcome.NotOperator _ -> throw operatorOnly();
    };
  }

  private static RequestFault operatorOnly() {
    return RequestFault.forbidden(
        "only the operator, the first API client of the first organization, may do this");
  }
}
