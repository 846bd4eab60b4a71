package dev.portcullis.catalog;

import dev.portcullis.organization.Caller;
import dev.portcullis.organization.OrganizationProfile;
import dev.portcullis.organization.OrganizationProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets the organization's list of hidden blueprints follow them: one that is gone is hidden no
 * more, or it would stay in the list of whoever manages both, and hide the next one of that name.
 */
@Component
class HiddenBlueprints {

  private static final String FIELD = "hiddenBlueprints";

  private final OrganizationProfiles profiles;

  HiddenBlueprints(OrganizationProfiles profiles) {
    this.profiles = profiles;
  }

  @EventListener
  void follow(BlueprintDeleted deleted) {
    replace(deleted.caller(), deleted.identifier(), Optional.empty());
  }

  @EventListener
  void follow(BlueprintRenamed renamed) {
    replace(renamed.caller(), renamed.formerly(), Optional.of(renamed.now()));
  }

  private void replace(Caller caller, String formerly, Optional<String> now) {
    OrganizationProfile profile = profiles.find(caller.organizationId()).orElseThrow();
    if (profile.settings().get(FIELD) instanceof List<?> hidden && hidden.contains(formerly)) {
      List<Object> left = new ArrayList<>();
      hidden.forEach(each -> {
        if (!each.equals(formerly)) {
          left.add(each);
        } else {
          now.ifPresent(left::add);
        }
      });
      profiles.edit(
          caller, profile.name(), Map.of(OrganizationProfile.SETTINGS, Map.of(FIELD, left)), false);
    }
  }
}
