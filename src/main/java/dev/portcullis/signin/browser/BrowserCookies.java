package dev.portcullis.signin.browser;

import dev.portcullis.organization.PublicAddresses;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseCookie;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * How our cookies are made: unseen by scripts, sent along only when a person goes from one page to
 * another, and over https under a name that no other host can set (RFC 6265bis §4.1.3.2).
 */
@Configuration
class BrowserCookies {

  private static final String SAME_SITE = "Lax";

  private final boolean secure;

  BrowserCookies(PublicAddresses addresses) {
    this.secure = addresses.secure();
  }

  String name(String suffix) {
    return (secure ? "__Host-portcullis-" : "portcullis-") + suffix;
  }

  /** A cookie of that name; one without a lifetime is forgotten at once. */
  ResponseCookie cookie(String name, String value, Duration lifetime) {
    return ResponseCookie.from(name, value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(SAME_SITE)
        .maxAge(lifetime)
        .build();
  }

  /** The session's own cookie, which lasts as long as the browser runs. */
  @Bean
  CookieSerializer sessionCookie() {
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    cookie.setCookieName(name("session"));
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(secure);
    cookie.setSameSite(SAME_SITE);
    return cookie;
  }
}
