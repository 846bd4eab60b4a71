package dev.portcullis;

import dev.portcullis.api.ApiRate;
import dev.portcullis.audit.RecordLifetimes;
import dev.portcullis.organization.ClientCredentials;
import dev.portcullis.organization.KeySchedule;
import dev.portcullis.organization.PublicAddresses;
import dev.portcullis.organization.Region;
import dev.portcullis.scim.RequestRate;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets, each as the environment variable {@code PORTCULLIS_…} of its name.
 *
 * @param home where the embedded database and the master key file live
 * @param masterKey seals what is secret in the database; required with PostgreSQL
 * @param clientId with {@code clientSecret} the first API client; made up if missing
 * @param region of the organization that the first start makes
 * @param publicUrl the address that browsers and the identity provider see
 * @param euUrl the address of that region, where one deployment serves both
 * @param usUrl the address of that region, where one deployment serves both
 * @param scimRate requests a second for one connection, with a burst of twice that; 0 is no limit
 * @param apiRate requests a second for one organization at the REST API, with a burst of twice
 *     that; 0 is no limit
 * @param keyRotation every how many days another key comes to sign access tokens; 0 is on demand
 *     alone
 * @param insecureIssuers lets issuers be plain http and on loopback; for development
 * @param strictActions whether an action that creates or deletes an entity takes the right to
 *     register or unregister it; else reading it is enough
 * @param sealMillis how long the sealer of the audit log rests between two looks; 0 is never, for a
 *     node that leaves it to others
 * @param activityDays how long requests stay in the activity log; 0 is for ever
 * @param signInDays how long the record of a sign-in is kept, each person's newest excepted; 0 is
 *     for ever
 */
@ConfigurationProperties("portcullis")
record Settings(
    Path home,
    @Nullable String masterKey,
    @Nullable String clientId,
    @Nullable String clientSecret,
    @DefaultValue("eu") String region,
    @DefaultValue("http://localhost:${server.port}") String publicUrl,
    @Nullable String euUrl,
    @Nullable String usUrl,
    @DefaultValue("500") int scimRate,
    @DefaultValue("0") int apiRate,
    @DefaultValue("90") int keyRotation,
    @DefaultValue("false") boolean insecureIssuers,
    @DefaultValue("false") boolean strictActions,
    @DefaultValue("500") int sealMillis,
    @DefaultValue("365") int activityDays,
    @DefaultValue("30") int signInDays) {

  /** Ten years. */
  private static final int MAX_KEY_DAYS = 3_650;

  private static final String PUBLIC_URL = "PORTCULLIS_PUBLIC_URL";

  private static final int MAX_SEAL_MILLIS = 60_000;
  private static final int MAX_DAYS = 36_500;

  Region firstRegion() {
    return Region.named(region)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "PORTCULLIS_REGION is `" + region + "`; it must be `eu` or `us`"));
  }

  RequestRate requestRate() {
    if (scimRate < 0 || scimRate > RequestRate.MAX_PER_SECOND) {
      throw new IllegalArgumentException(
          "PORTCULLIS_SCIM_RATE is `"
              + scimRate
              + "`; it must be a number of requests a second up to "
              + RequestRate.MAX_PER_SECOND
              + ", or 0 for no limit");
    }
    return new RequestRate(scimRate);
  }

  ApiRate apiRequestRate() {
    if (apiRate < 0 || apiRate > ApiRate.MAX_PER_SECOND) {
      throw new IllegalArgumentException(
          "PORTCULLIS_API_RATE is `"
              + apiRate
              + "`; it must be a number of requests a second up to "
              + ApiRate.MAX_PER_SECOND
              + ", or 0 for no limit");
    }
    return new ApiRate(apiRate);
  }

  KeySchedule keySchedule() {
    if (keyRotation < 0 || keyRotation > MAX_KEY_DAYS) {
      throw new IllegalArgumentException(
          "PORTCULLIS_KEY_ROTATION is `"
              + keyRotation
              + "`; it must be a number of days up to "
              + MAX_KEY_DAYS
              + ", or 0 for on demand alone");
    }
    return new KeySchedule(Duration.ofDays(keyRotation));
  }

  /** Of the sealing; none where this node does not. */
  Optional<Duration> sealEvery() {
    if (sealMillis < 0 || sealMillis > MAX_SEAL_MILLIS) {
      throw new IllegalArgumentException(
          "PORTCULLIS_SEAL_MILLIS is `"
              + sealMillis
              + "`; it must be a number of milliseconds up to "
              + MAX_SEAL_MILLIS
              + ", or 0 if other nodes seal");
    }
    return Optional.of(Duration.ofMillis(sealMillis)).filter(Duration::isPositive);
  }

  RecordLifetimes recordLifetimes() {
    return new RecordLifetimes(
        days("PORTCULLIS_ACTIVITY_DAYS", activityDays),
        days("PORTCULLIS_SIGN_IN_DAYS", signInDays));
  }

  private static Optional<Duration> days(String variable, int days) {
    if (days < 0 || days > MAX_DAYS) {
      throw new IllegalArgumentException(
          variable
              + " is `"
              + days
              + "`; it must be a number of days up to "
              + MAX_DAYS
              + ", or 0 to keep them for ever");
    }
    return Optional.of(Duration.ofDays(days)).filter(Duration::isPositive);
  }

  PublicAddresses addresses(int port) {
    String everywhere = publicUrl.replace("${server.port}", Integer.toString(port));
    return new PublicAddresses(
        euUrl == null ? address(PUBLIC_URL, everywhere) : address("PORTCULLIS_EU_URL", euUrl),
        usUrl == null ? address(PUBLIC_URL, everywhere) : address("PORTCULLIS_US_URL", usUrl));
  }

  private static URI address(String variable, String value) {
    try {
      URI uri = URI.create(value.replaceAll("/+$", ""));
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      if (web
          && uri.getHost() != null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below: what is no URI is no address either.
    }
    throw new IllegalArgumentException(
        variable + " is `" + value + "`; it must be an address such as https://portcullis.example");
  }

  Optional<ClientCredentials> operator() {
    if (clientId == null && clientSecret == null) {
      return Optional.empty();
    }
    if (clientId == null || clientId.isBlank() || clientId.length() > 200) {
      throw new IllegalArgumentException(
          "PORTCULLIS_CLIENT_SECRET is set without a PORTCULLIS_CLIENT_ID of 1 to 200 characters");
    }
    if (clientSecret == null) {
      throw new IllegalArgumentException(
          "PORTCULLIS_CLIENT_ID is set without a PORTCULLIS_CLIENT_SECRET");
    }
    if (clientSecret.length() < ClientCredentials.MIN_SECRET_LENGTH) {
      throw new IllegalArgumentException(
          "PORTCULLIS_CLIENT_SECRET must have "
              + ClientCredentials.MIN_SECRET_LENGTH
              + " characters or more");
    }
    return Optional.of(new ClientCredentials(clientId, clientSecret));
  }

  @Override
  public String toString() {
    return "Settings[home=" + home + "]";
  }
}
