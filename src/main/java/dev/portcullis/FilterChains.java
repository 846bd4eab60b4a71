package dev.portcullis;

import dev.portcullis.api.AccessTokenFilter;
import dev.portcullis.api.ApiLimits;
import dev.portcullis.api.PortErrors;
import dev.portcullis.api.openapi.SwaggerUiController;
import dev.portcullis.organization.AccessTokens;
import dev.portcullis.organization.PublicAddresses;
import dev.portcullis.scim.ScimTokenFilter;
import dev.portcullis.signin.Logouts;
import dev.portcullis.signin.browser.BrowserCsrfTokens;
import dev.portcullis.signin.browser.Pages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * The filter chains: each surface has its own credential, and a path that belongs to no surface is
 * absent.
 */
@Configuration
class FilterChains {

  /** Nothing but our own style sheet and forms; shown in no frame. */
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Our own scripts and styles, and calls of this server alone; shown in no frame. */
  private static final String BROWSER_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  @Bean
  @Order(1)
  SecurityFilterChain scim(HttpSecurity http, ScimTokenFilter tokens) {
    return stateless(http.securityMatcher("/scim/v2", "/scim/v2/**"))
        .addFilterBefore(tokens, AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .build();
  }

  /** It belongs to its chain alone, where the firewall has seen the request before. */
  @Bean
  FilterRegistrationBean<ScimTokenFilter> scimTokensOutsideTheirChain(ScimTokenFilter tokens) {
    FilterRegistrationBean<ScimTokenFilter> registration = new FilterRegistrationBean<>(tokens);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  @Order(2)
  SecurityFilterChain api(
      HttpSecurity http,
      AccessTokens tokens,
      ApiLimits limits,
      PortErrors errors,
      RegisteredOrigins origins) {
    return stateless(
            http.securityMatcher("/v1/**", "/access/v1/**", "/.well-known/**", "/v3/api-docs"))
        .cors(cors -> cors.configurationSource(origins))
        .addFilterBefore(new AccessTokenFilter(tokens, limits, errors), AuthorizationFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                // Below /.well-known everything is open, and what is not there is simply absent.
                .requestMatchers("/v1/auth/access_token", "/.well-known/**")
                .permitAll()
                .anyRequest()
                .authenticated())
        .build();
  }

  /** Where identity providers call, who prove it by the signed token that they bring. */
  @Bean
  @Order(0)
  SecurityFilterChain identityProviders(HttpSecurity http) {
    return stateless(http.securityMatcher(Logouts.BACK_CHANNEL + "**", Logouts.REVOCATION + "**"))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  /** Browsers, and the forms of our own pages. Who is signed in is asked where it matters. */
  @Bean
  @Order(3)
  SecurityFilterChain browser(
      HttpSecurity http, BrowserCsrfTokens csrfTokens, Pages pages, PublicAddresses addresses) {
    return http.securityMatcher(Pages.PATHS.toArray(String[]::new))
        // The one address that takes a form; elsewhere another method than GET is a 405.
        .csrf(csrf ->
            csrf.csrfTokenRepository(csrfTokens)
                .requireCsrfProtectionMatcher(
                    PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/logout")))
        .cors(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(anonymous -> {})
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(PAGE_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .httpStrictTransportSecurity(hsts -> hsts.requestMatcher(_ -> addresses.secure())))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .exceptionHandling(errors ->
            errors.accessDeniedHandler((request, response, _) ->
                pages.refuse(
                    request,
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "stale_form",
                    "this form is no longer valid; load the page again and repeat")))
        .build();
  }

  /**
   * The page on which the API is browsed holds nothing to guard; what it shows, it fetches with the
   * token that its reader types in. Swagger UI draws its icons as data URLs.
   */
  @Bean
  @Order(6)
  SecurityFilterChain apiBrowser(HttpSecurity http) {
    return stateless(http.securityMatcher(SwaggerUiController.PATHS.toArray(String[]::new)))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(BROWSER_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain oauth(HttpSecurity http, RegisteredOrigins origins) {
    return stateless(http.securityMatcher("/oauth/token"))
        .cors(cors -> cors.configurationSource(origins))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(5)
  SecurityFilterChain health(HttpSecurity http) {
    return stateless(
            http.securityMatcher(
                "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(7)
  SecurityFilterChain nothingElse(HttpSecurity http) {
    return stateless(http)
        .authorizeHttpRequests(requests ->
            requests
                // The container's own way to LastResort, once a filter has failed.
                .dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .anyRequest()
                .denyAll())
        .exceptionHandling(errors ->
            errors
                .authenticationEntryPoint((request, response, _) -> absent(request, response))
                .accessDeniedHandler((request, response, _) -> absent(request, response)))
        .build();
  }

  /** No session, no cookie, no form: nothing that a browser would send along by itself counts. */
  private static HttpSecurity stateless(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(anonymous -> {})
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(errors ->
            errors.authenticationEntryPoint(
                (request, response, _) -> unauthorized(request, response)));
  }

  private static void unauthorized(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    SurfaceErrors.write(
        request, response, HttpServletResponse.SC_UNAUTHORIZED, "unauthorized", refusal(request));
  }

  private static String refusal(HttpServletRequest request) {
    return request.getAttribute(AccessTokenFilter.REFUSAL) instanceof String reason
        ? reason
        : "this is not open to everybody; send a credential in the header Authorization";
  }

  private static void absent(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SurfaceErrors.write(
        request, response, HttpServletResponse.SC_NOT_FOUND, "not_found", "there is nothing here");
  }
}
