package dev.portcullis.signin.browser;

import dev.portcullis.signin.BrowserBounds;
import dev.portcullis.signin.StartOutcome;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Keeps with the browser what it must bring back from the provider: a cookie for each sign-in under
 * way, so that two tabs do not disturb each other and another browser's answer fits nowhere.
 */
@Component
class SignInCookies {

  private static final String PREFIX = "sign-in-";

  /** Enough of a state to tell five from each other; all of it lies in the cookie. */
  private static final int NAME_LENGTH = 12;

  private final BrowserCookies cookies;

  SignInCookies(BrowserCookies cookies) {
    this.cookies = cookies;
  }

  void keep(
      HttpServletRequest request, HttpServletResponse response, StartOutcome.ToProvider started) {
    // Browsers send older cookies first, so the oldest sign-ins are given up.
    List<String> kept = names(request).toList();
    kept.stream()
        .limit(Math.max(0, kept.size() - BrowserBounds.MAX_SIGN_INS + 1))
        .forEach(name -> forgetNamed(response, name));
    add(response, name(started.state()), started.sealed(), BrowserBounds.SIGN_IN_LIFETIME);
  }

  /** What this browser keeps for a state. */
  Optional<String> of(HttpServletRequest request, String state) {
    String name = name(state);
    return all(request).filter(one -> one.getName().equals(name)).map(Cookie::getValue).findFirst();
  }

  void forget(HttpServletResponse response, String state) {
    forgetNamed(response, name(state));
  }

  private void forgetNamed(HttpServletResponse response, String name) {
    add(response, name, "", Duration.ZERO);
  }

  private void add(HttpServletResponse response, String name, String value, Duration lifetime) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.cookie(name, value, lifetime).toString());
  }

  private Stream<String> names(HttpServletRequest request) {
    String prefix = cookies.name(PREFIX);
    return all(request).map(Cookie::getName).filter(name -> name.startsWith(prefix)).distinct();
  }

  private static Stream<Cookie> all(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream);
  }

  /** States are ours and URL-safe; what else comes as one names no cookie. */
  private String name(String state) {
    String safe = state.replaceAll("[^A-Za-z0-9_-]", "");
    return cookies.name(PREFIX) + safe.substring(0, Math.min(NAME_LENGTH, safe.length()));
  }
}
