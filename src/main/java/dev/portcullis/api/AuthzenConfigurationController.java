package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.portcullis.organization.PublicAddresses;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells clients where decisions are made (AuthZEN Authorization API 1.0, metadata); open to all.
 */
@RestController
class AuthzenConfigurationController {

  private final Configuration configuration;

  AuthzenConfigurationController(PublicAddresses addresses) {
    String base = addresses.eu().toString();
    this.configuration = new Configuration(base, base + "/access/v1/evaluation");
  }

  /** The endpoints that are served. */
  record Configuration(
      @JsonProperty("policy_decision_point") String policyDecisionPoint,
      @JsonProperty("access_evaluation_endpoint") String accessEvaluationEndpoint) {}

  @GetMapping("/.well-known/authzen-configuration")
  Configuration configuration() {
    return configuration;
  }
}
