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
    this.configuration = Configuration.at(addresses.eu().toString());
  }

  /** The endpoints that are served. */
  record Configuration(
      @JsonProperty("policy_decision_point") String policyDecisionPoint,
      @JsonProperty("access_evaluation_endpoint") String accessEvaluationEndpoint,
      @JsonProperty("access_evaluations_endpoint") String accessEvaluationsEndpoint,
      @JsonProperty("search_subject_endpoint") String searchSubjectEndpoint,
      @JsonProperty("search_resource_endpoint") String searchResourceEndpoint,
      @JsonProperty("search_action_endpoint") String searchActionEndpoint) {

    static Configuration at(String base) {
      return new Configuration(
          base,
          base + "/access/v1/evaluation",
          base + "/access/v1/evaluations",
          base + "/access/v1/search/subject",
          base + "/access/v1/search/resource",
          base + "/access/v1/search/action");
    }
  }

  @GetMapping("/.well-known/authzen-configuration")
  Configuration configuration() {
    return configuration;
  }
}
