package dev.portcullis.signin;

import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** Makes the HTTP client for calls to strangers. */
final class BoundedHttp {

  private static final Timeout SILENCE = timeout(IssuerBounds.CONNECT_TIMEOUT);

  private BoundedHttp() {}

  static CloseableHttpClient client(IssuerBounds bounds) {
    DnsResolver names = SystemDefaultDnsResolver.INSTANCE;
    return client(bounds.insecureIssuers() ? names : new PublicHostsOnly(names));
  }

  static CloseableHttpClient client(DnsResolver names) {
    ConnectionConfig connections =
        ConnectionConfig.custom()
            .setConnectTimeout(SILENCE)
            .setSocketTimeout(SILENCE)
            .setTimeToLive(timeout(Duration.ofMinutes(1)))
            .build();
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setDefaultConnectionConfig(connections)
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(SILENCE).build())
                .setMaxConnTotal(IssuerBounds.MAX_EXCHANGES)
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(SILENCE)
                .setResponseTimeout(SILENCE)
                .build())
        .setUserAgent("Portcullis")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.ofMilliseconds(duration.toMillis());
  }
}
