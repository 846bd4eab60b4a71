package dev.portcullis;

import dev.portcullis.organization.PortalApplications;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Lets pages of the registered applications read our answers. No cookie counts where this is asked,
 * so a page can do no more than its own access token lets it.
 */
@Component
class RegisteredOrigins implements CorsConfigurationSource {

  private static final Duration PREFLIGHT_LIFETIME = Duration.ofMinutes(10);

  private final PortalApplications applications;

  RegisteredOrigins(PortalApplications applications) {
    this.applications = applications;
  }

  @Override
  public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null || !applications.haveOrigin(origin)) {
      return null;
    }
    CorsConfiguration allowed = new CorsConfiguration();
    allowed.setAllowedOrigins(List.of(origin));
    allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    allowed.setAllowedHeaders(List.of("*"));
    allowed.setExposedHeaders(
        List.of(
            TraceFilter.HEADER,
            HttpHeaders.RETRY_AFTER,
            "x-ratelimit-limit",
            "x-ratelimit-period",
            "x-ratelimit-remaining",
            "x-ratelimit-reset"));
    allowed.setMaxAge(PREFLIGHT_LIFETIME);
    return allowed;
  }
}
