package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.organization.ApplicationSettings;
import dev.portcullis.organization.PortalApplication;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application in a reply. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApplicationRepresentation(
    String clientId,
    String name,
    String region,
    List<String> redirectUris,
    @Nullable String loginUri,
    List<String> postLogoutRedirectUris,
    List<String> origins,
    Instant createdAt,
    Instant updatedAt) {

  static ApplicationRepresentation of(PortalApplication application) {
    ApplicationSettings settings = application.settings();
    return new ApplicationRepresentation(
        application.clientId(),
        settings.name(),
        settings.region().wireName(),
        settings.redirectUris(),
        settings.loginUri().orElse(null),
        settings.postLogoutRedirectUris(),
        settings.origins(),
        application.createdAt(),
        application.updatedAt());
  }
}
