package dev.portcullis.connection;

import dev.portcullis.pattern.GroupFilter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an administrator says of a connection.
 *
 * @param name unique in the organization: 1 to 64 letters, digits, {@code . _ -}
 * @param issuer the OpenID provider's issuer identifier, compared as a string (OIDC Discovery §3)
 * @param clientId the client at that provider; the only audience that is accepted
 * @param scopes asked for at a browser's sign-in
 * @param application the client id of the portal that its sign-ins belong to; one of the
 *     organization's own
 * @param enabled a disabled connection signs nobody in, but its SCIM tokens work on
 * @param sessionIdle after how long without a request a session ends
 * @param sessionMax after how long a session ends in any case
 */
public record ConnectionSettings(
    String name,
    String issuer,
    String clientId,
    List<String> scopes,
    Optional<String> application,
    ClaimSettings claim,
    Dialect dialect,
    Provisioning provisioning,
    boolean enabled,
    Duration sessionIdle,
    Duration sessionMax) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** RFC 6749 §3.3. */
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]+");

  private static final int MAX_ISSUER = 500;
  private static final int MAX_CLIENT_ID = 256;
  private static final int MAX_SCOPES = 1_000;
  private static final int MAX_APPLICATION = 200;
  private static final Duration SHORTEST_SESSION = Duration.ofSeconds(1);
  private static final Duration LONGEST_SESSION = Duration.ofDays(365);

  public ConnectionSettings {
    scopes = List.copyOf(scopes);
  }

  /** The same with another group filter. */
  public ConnectionSettings withGroupFilter(GroupFilter filter) {
    return new ConnectionSettings(
        name,
        issuer,
        clientId,
        scopes,
        application,
        new ClaimSettings(claim.name(), filter, claim.absent(), claim.separator(), claim.covers()),
        dialect,
        provisioning,
        enabled,
        sessionIdle,
        sessionMax);
  }

  /** The same for another application. */
  public ConnectionSettings withApplication(Optional<String> other) {
    return new ConnectionSettings(
        name,
        issuer,
        clientId,
        scopes,
        other,
        claim,
        dialect,
        provisioning,
        enabled,
        sessionIdle,
        sessionMax);
  }

  /**
   * Everything that is wrong with these settings, each naming its field and what to change.
   *
   * @param insecureIssuers whether issuers may be plain http, for development
   */
  List<String> problems(boolean insecureIssuers) {
    List<String> problems = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      problems.add("`name` must have 1 to 64 letters, digits, dots, underscores or hyphens");
    }
    issuerProblem(insecureIssuers).ifPresent(problems::add);
    if (clientId.isBlank() || clientId.length() > MAX_CLIENT_ID) {
      problems.add("`clientId` must have 1 to " + MAX_CLIENT_ID + " characters");
    }
    if (!scopes.contains("openid")) {
      problems.add("`scopes` must contain `openid`");
    }
    if (!scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
      problems.add(
          "`scopes` must consist of visible ASCII characters without quotes and backslash");
    }
    if (String.join(" ", scopes).length() > MAX_SCOPES) {
      problems.add("`scopes` must have at most " + MAX_SCOPES + " characters in all");
    }
    if (application.filter(id -> id.isBlank() || id.length() > MAX_APPLICATION).isPresent()) {
      problems.add("`application` must have 1 to " + MAX_APPLICATION + " characters");
    }
    if (claim.name().isBlank() || claim.name().length() > 256) {
      problems.add("`groupsClaim` must have 1 to 256 characters");
    }
    if (claim.separator().filter(s -> s.isEmpty() || s.length() > 10).isPresent()) {
      problems.add("`claimSeparator` must have 1 to 10 characters");
    }
    sessionProblem().ifPresent(problems::add);
    return problems;
  }

  private Optional<String> issuerProblem(boolean insecureIssuers) {
    try {
      URI uri = URI.create(issuer);
      boolean secure = "https".equals(uri.getScheme());
      boolean allowed = secure || (insecureIssuers && "http".equals(uri.getScheme()));
      if (!allowed) {
        return Optional.of("`issuer` must be an https URL, such as https://acme.okta.com");
      }
      boolean plain =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && issuer.length() <= MAX_ISSUER;
      return plain
          ? Optional.empty()
          : Optional.of("`issuer` must be a URL without user, query and fragment");
    } catch (IllegalArgumentException e) {
      return Optional.of("`issuer` is not a URL");
    }
  }

  private Optional<String> sessionProblem() {
    boolean sound =
        sessionIdle.compareTo(SHORTEST_SESSION) >= 0
            && sessionIdle.compareTo(sessionMax) <= 0
            && sessionMax.compareTo(LONGEST_SESSION) <= 0;
    return sound
        ? Optional.empty()
        : Optional.of(
            "`sessionIdle` must be at least PT1S and at most `sessionMax`, which is at most P365D");
  }
}
