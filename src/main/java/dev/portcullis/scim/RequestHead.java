package dev.portcullis.scim;

import dev.portcullis.scim.dialect.SentHead;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a dialect may want to know of a request over HTTP before its body. */
final class RequestHead {

  private RequestHead() {}

  static SentHead of(HttpServletRequest http) {
    Map<String, String> headers = new HashMap<>();
    Collections.list(http.getHeaderNames())
        .forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), http.getHeader(name)));
    return new SentHead(http.getMethod(), headers, new HttpSource(http).parameter("filter"));
  }
}
