package dev.portcullis.api;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OrganizationProfile;
import dev.portcullis.organization.OrganizationProfileOutcome;
import dev.portcullis.organization.OrganizationProfiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The caller's own organization, as Port shows it. */
@RestController
@RequestMapping("/v1/organization")
class OrganizationController {

  private final OrganizationProfiles profiles;

  OrganizationController(OrganizationProfiles profiles) {
    this.profiles = profiles;
  }

  record Reply(boolean ok, Map<String, Object> organization) {}

  @GetMapping
  Reply get(@AuthenticationPrincipal Caller caller) {
    return profiles.find(caller.organizationId()).map(OrganizationController::reply).orElseThrow();
  }

  /** Port answers no more than that it is done. */
  @PatchMapping
  Done amend(@AuthenticationPrincipal Caller caller, @RequestBody JsonNode body) {
    stored(caller, body, false);
    return Done.DONE;
  }

  /** What is not spoken of goes. */
  @PutMapping
  Reply replace(@AuthenticationPrincipal Caller caller, @RequestBody JsonNode body) {
    return reply(stored(caller, body, true));
  }

  private OrganizationProfile stored(Caller caller, JsonNode body, boolean whole) {
    if (!(JsonTrees.of(body) instanceof Map<?, ?> tree)) {
      throw RequestFault.invalid("body", "the body must be an object");
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    tree.forEach((field, value) -> values.put((String) field, value));
    Object name = RequestFault.required("name", values.remove("name"));
    if (!(name instanceof String text)) {
      throw RequestFault.invalid("name", "`name` must be a text");
    }
    return switch (profiles.edit(caller, text, values, whole)) {
      case OrganizationProfileOutcome.Stored(OrganizationProfile profile) -> profile;
      case OrganizationProfileOutcome.Rejected(List<String> problems) ->
          throw AccountFaults.rejected(problems);
    };
  }

  private static Reply reply(OrganizationProfile profile) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", profile.id());
    shown.put("name", profile.name());
    shown.put("region", profile.region().wireName());
    shown.put("featureFlags", List.of("USERS_AND_TEAMS_OWNERSHIP_V2"));
    shown.putAll(profile.values());
    shown.put(OrganizationProfile.SETTINGS, settings(profile));
    shown.put("createdAt", profile.createdAt());
    return new Reply(true, shown);
  }

  /** Where nobody made any: nothing hidden, nobody let in. */
  private static Map<String, Object> settings(OrganizationProfile profile) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("hiddenBlueprints", List.of());
    settings.put("federatedLogout", false);
    settings.put("supportUserPermission", "OPT_OUT");
    profile.settings().forEach((name, value) -> settings.put((String) name, value));
    return settings;
  }
}
