package dev.portcullis.testing;

import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies, and follows no redirect by itself. */
public final class Visitor {

  private final HttpCaller caller;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  public Visitor(PortcullisServer server) {
    this.caller = server.anybody();
  }

  /** The cookies that it holds, which a test may take away or hand to another. */
  public Map<String, String> cookies() {
    return cookies;
  }

  public Reply get(String pathOrAddress) {
    return kept(sending().send("GET", path(pathOrAddress), BodyPublishers.noBody()));
  }

  public Reply head(String path) {
    return kept(sending().send("HEAD", path, BodyPublishers.noBody()));
  }

  /** Sends a form of one of our pages. */
  public Reply post(String path, String form) {
    return kept(
        sending()
            .with("Content-Type", "application/x-www-form-urlencoded")
            .send("POST", path, BodyPublishers.ofString(form)));
  }

  private HttpCaller sending() {
    String all =
        cookies.entrySet().stream()
            .map(one -> one.getKey() + "=" + one.getValue())
            .collect(Collectors.joining("; "));
    return all.isEmpty() ? caller : caller.with("Cookie", all);
  }

  private static String path(String pathOrAddress) {
    if (pathOrAddress.startsWith("/")) {
      return pathOrAddress;
    }
    URI uri = URI.create(pathOrAddress);
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private Reply kept(Reply reply) {
    for (String line : reply.http().headers().allValues("Set-Cookie")) {
      HttpCookie cookie = HttpCookie.parse(line).getFirst();
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
    return reply;
  }

  /** One of these, or an empty text. */
  public static String parameter(Reply reply, String name) {
    return parameters(reply).getOrDefault(name, "");
  }

  /** The parameters in the query, or else in the fragment, of the address that a reply leads to. */
  public static Map<String, String> parameters(Reply reply) {
    URI location = URI.create(reply.header("Location"));
    String text =
        location.getRawFragment() != null ? location.getRawFragment() : location.getRawQuery();
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
