package dev.portcullis.signin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.organization.PublicAddresses;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseCookie;

class BrowserCookiesTest {

  private static BrowserCookies at(String eu, String us) {
    return new BrowserCookies(new PublicAddresses(URI.create(eu), URI.create(us)));
  }

  @Test
  void overHttpsNoOtherHostCanSetThem() {
    BrowserCookies cookies = at("https://eu.example", "https://us.example");
    ResponseCookie cookie = cookies.cookie(cookies.name("x"), "v", Duration.ofMinutes(1));
    assertThat(cookie.toString())
        .startsWith("__Host-portcullis-x=v;")
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain");
  }

  @Test
  void whereOneAddressIsPlainTheyMustWorkThereToo() {
    BrowserCookies cookies = at("https://eu.example", "http://localhost:8080");
    assertThat(cookies.cookie(cookies.name("x"), "v", Duration.ZERO).toString())
        .startsWith("portcullis-x=v;")
        .doesNotContain("Secure");
  }
}
