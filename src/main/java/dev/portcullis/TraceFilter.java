package dev.portcullis;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a trace id of 32 hexadecimal digits: in the reply's {@code X-Trace-Id}, in
 * every log line, in the activity log and in the evidence that the request leaves.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {

  /** The request attribute that the edges read. */
  static final String ATTRIBUTE = "dev.portcullis.traceId";

  static final String HEADER = "X-Trace-Id";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String traceId = next();
    request.setAttribute(ATTRIBUTE, traceId);
    response.setHeader(HEADER, traceId);
    try (var _ = MDC.putCloseable("trace", traceId)) {
      chain.doFilter(request, response);
    }
  }

  /** A new trace id. */
  static String next() {
    byte[] random = new byte[16];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
