package dev.portcullis.documentation;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call of {@code curl}, with the options that the documents use and their meaning in curl. */
final class CurlCall {

  private String method = "";
  private String url = "";
  private String body = "";
  private boolean hasBody;
  private boolean dataInQuery;
  private String output = "";
  private final Map<String, String> files;
  private final List<String> data = new ArrayList<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private CurlCall(Map<String, String> files) {
    this.files = files;
  }

  /**
   * Reads the words behind {@code curl}.
   *
   * @param files by name, what earlier calls have written
   */
  static CurlCall of(List<String> arguments, Map<String, String> files) {
    CurlCall call = new CurlCall(files);
    Deque<String> words = new ArrayDeque<>(arguments);
    while (!words.isEmpty()) {
      call.take(words.pop(), words);
    }
    return call;
  }

  private void take(String option, Deque<String> rest) {
    switch (option) {
      case "-s", "-i", "-si" -> {}
      case "-G" -> dataInQuery = true;
      case "-o" -> output = rest.pop();
      case "-X" -> method = rest.pop();
      case "-H" -> header(rest.pop());
      case "-d" -> data.add(rest.pop());
      case "--data-urlencode" -> data.add(urlEncoded(rest.pop()));
      case "--json" -> json(rest.pop());
      default -> address(option);
    }
  }

  private void header(String text) {
    int colon = text.indexOf(':');
    headers.put(text.substring(0, colon), text.substring(colon + 1).strip());
  }

  private static String urlEncoded(String text) {
    int equals = text.indexOf('=');
    return text.substring(0, equals + 1)
        + URLEncoder.encode(text.substring(equals + 1), StandardCharsets.UTF_8);
  }

  private void json(String text) {
    body = text.startsWith("@") ? file(text.substring(1)) : text;
    hasBody = true;
    headers.putIfAbsent("Content-Type", "application/json");
    headers.putIfAbsent("Accept", "application/json");
  }

  private String file(String name) {
    String content = files.get(name);
    if (content == null) {
      throw new AssertionError("no call has written the file `" + name + "`");
    }
    return content;
  }

  /** The file that the reply goes into; empty if none. */
  String output() {
    return output;
  }

  private void address(String text) {
    if (text.startsWith("-") || !url.isEmpty()) {
      throw new AssertionError("the test does not know what `" + text + "` means to curl");
    }
    url = text;
  }

  Reply send(PortcullisServer server) {
    String base = server.base().toString();
    if (!url.startsWith(base)) {
      throw new AssertionError("`" + url + "` does not begin with $URL");
    }
    if (!data.isEmpty() && !dataInQuery) {
      body = String.join("&", data);
      hasBody = true;
      headers.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
    }
    HttpCaller caller = server.anybody();
    for (Map.Entry<String, String> header : headers.entrySet()) {
      caller = caller.with(header.getKey(), header.getValue());
    }
    String query = dataInQuery ? "?" + String.join("&", data) : "";
    return caller.send(
        method(),
        url.substring(base.length()) + query,
        hasBody ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
  }

  private String method() {
    if (!method.isEmpty()) {
      return method;
    }
    return hasBody ? "POST" : "GET";
  }
}
