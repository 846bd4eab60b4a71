package dev.portcullis.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renders every error under {@code /v1}, {@code /v3}, {@code /access} and {@code /.well-known}, and
 * where identity providers call, in Port's shape, whether a controller or Spring MVC found it.
 *
 * <p>It goes by path and not by controller, because an unknown path, method or media type has none.
 */
@Component
public class PortErrors implements HandlerExceptionResolver, Ordered {

  /** The request attribute that holds the trace id. */
  static final String TRACE_ID = "dev.portcullis.traceId";

  /** The detail that is sent as the header Retry-After too, in seconds. */
  static final String RETRY_AFTER = "retryAfter";

  private static final Logger LOG = LoggerFactory.getLogger(PortErrors.class);
  private static final Pattern PATHS =
      Pattern.compile(
          "/(v1|v3|access|\\.well-known|logout/backchannel|global-token-revocation)(/.*)?");

  /** How long a client should wait before it asks again after an outage. */
  private static final String RETRY_AFTER_SECONDS = "5";

  private final JsonMapper json;

  PortErrors(JsonMapper json) {
    this.json = json;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object controller,
      Exception failure) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (response.isCommitted() || !PATHS.matcher(path).matches()) {
      return null;
    }
    try {
      render(request, response, failure);
    } catch (IOException e) {
      LOG.debug("the client was gone before it could be told of an error", e);
    }
    return new ModelAndView();
  }

  /** Answers a failure in a filter, which Spring MVC does not see. */
  void render(HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    Object traceId = request.getAttribute(TRACE_ID);
    PortError error = Failures.portError(failure, String.valueOf(traceId));
    if (error.status() == 500) {
      LOG.error("request {} failed", traceId, failure);
    }
    if (failure instanceof ErrorResponse spring) {
      spring.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    }
    write(response, error);
  }

  private void write(HttpServletResponse response, PortError error) throws IOException {
    response.resetBuffer();
    response.setStatus(error.status());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    if (error.status() == 503) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    } else if (error.details().get(RETRY_AFTER) instanceof Long seconds) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }
    // Not flushed: the filter that cuts off oversized bodies may still have a truer answer.
    response.getOutputStream().write(json.writeValueAsBytes(error.body()));
  }
}
