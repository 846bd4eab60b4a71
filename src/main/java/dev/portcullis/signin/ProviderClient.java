package dev.portcullis.signin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Fetches documents from OpenID providers and trusts them with nothing: https, no redirect, no
 * cookie, no compression, no private address, and bounds on time and size.
 */
@Component
class ProviderClient implements AutoCloseable {

  private static final Pattern MAX_AGE = Pattern.compile("(?i)\\bmax-age=(\\d{1,9})\\b");

  private final IssuerBounds bounds;
  private final CloseableHttpClient http;
  private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();

  @Autowired
  ProviderClient(IssuerBounds bounds) {
    this(bounds, BoundedHttp.client(bounds));
  }

  ProviderClient(IssuerBounds bounds, CloseableHttpClient http) {
    this.bounds = bounds;
    this.http = http;
  }

  /** What stands at an address. */
  ProviderReply get(String address) throws Refusal {
    HttpGet request = new HttpGet(allowed(address));
    request.setHeader("Accept", "application/json, application/jwk-set+json");
    return sent(request).expected();
  }

  /** What stands at an address for the bearer of an access token (RFC 6750 §2.1). */
  ProviderReply get(String address, String accessToken) throws Refusal {
    HttpGet request = new HttpGet(allowed(address));
    request.setHeader("Accept", "application/json");
    request.setHeader("Authorization", "Bearer " + accessToken);
    return sent(request).expected();
  }

  /** What a form is answered with, whichever status that has. */
  ProviderReply post(URI address, Map<String, String> headers, byte[] form) throws Refusal {
    HttpPost request = new HttpPost(allowed(address.toString()));
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
    return sent(request);
  }

  private ProviderReply sent(HttpUriRequestBase request) throws Refusal {
    Future<ProviderReply> exchange =
        exchanges.submit(() -> http.execute(request, response -> read(request, response)));
    try {
      return exchange.get(IssuerBounds.EXCHANGE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw FetchFailures.timeout();
    } catch (ExecutionException e) {
      throw FetchFailures.refusal(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FetchFailures.timeout();
    } finally {
      // Nothing is left running: cancelling what has ended does nothing.
      request.cancel();
      exchange.cancel(true);
    }
  }

  /** The address, if it is one that may be called, or that a browser may be sent to. */
  URI allowed(String address) throws Refusal {
    try {
      URI uri = URI.create(address);
      boolean secure = "https".equals(uri.getScheme());
      boolean allowed = secure || (bounds.insecureIssuers() && "http".equals(uri.getScheme()));
      if (allowed && uri.getHost() != null && uri.getRawUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below: what is no URL is no https URL either.
    }
    throw new Refusal(
        ReasonCode.ISSUER_RESPONSE_MALFORMED, "the provider's addresses must be https URLs");
  }

  private ProviderReply read(HttpUriRequestBase request, ClassicHttpResponse response)
      throws IOException {
    int status = response.getCode();
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return new ProviderReply(status, "", Optional.empty());
    }
    try (InputStream body = entity.getContent()) {
      byte[] read = body.readNBytes(IssuerBounds.MAX_BODY_BYTES + 1);
      if (read.length > IssuerBounds.MAX_BODY_BYTES) {
        // Else closing the body would read it to its end, which may never come.
        request.cancel();
        throw new FetchFailures.TooLarge();
      }
      return new ProviderReply(
          status,
          new String(read, StandardCharsets.UTF_8),
          maxAge(response.getFirstHeader("Cache-Control")));
    }
  }

  private static Optional<Duration> maxAge(@Nullable Header header) {
    Matcher matcher = MAX_AGE.matcher(header == null ? "" : header.getValue());
    return matcher.find()
        ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  @Override
  public void close() throws IOException {
    exchanges.shutdownNow();
    http.close();
  }
}
