package dev.portcullis.signin.browser;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renders what no doorway has an answer for: as a page for people, in OAuth's shape (RFC 6749 §5.2)
 * for applications. It goes by path, because an unknown method has no controller.
 */
@Component
class BrowserErrors implements HandlerExceptionResolver, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(BrowserErrors.class);

  static final String TOKEN_PATH = "/oauth/token";

  private final Pages pages;
  private final JsonMapper json;

  BrowserErrors(Pages pages, JsonMapper json) {
    this.pages = pages;
    this.json = json;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE + 1;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object controller,
      Exception failure) {
    String path = request.getRequestURI();
    if (response.isCommitted() || !(Pages.PATHS.contains(path) || path.equals(TOKEN_PATH))) {
      return null;
    }
    int status = status(failure);
    if (status == 500) {
      LOG.error("request {} failed", Requests.traceId(request), failure);
    }
    if (failure instanceof ErrorResponse spring) {
      spring.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    }
    try {
      if (path.equals(TOKEN_PATH)) {
        writeOAuth(response, status);
      } else {
        pages.refuse(request, response, status, code(status), words(status));
      }
    } catch (IOException e) {
      LOG.debug("the client was gone before it could be told of an error", e);
    }
    return new ModelAndView();
  }

  private static int status(Exception failure) {
    return switch (failure) {
      case ErrorResponse spring -> spring.getStatusCode().value();
      // The container finds out only where a parameter is asked for.
      case InvalidParameterException _ -> 400;
      case DataAccessResourceFailureException _,
          CannotCreateTransactionException _,
          TransientDataAccessException _ ->
          503;
      default -> 500;
    };
  }

  private static String code(int status) {
    return switch (status) {
      case 405 -> "method_not_allowed";
      case 503 -> "unavailable";
      case 500 -> "internal_error";
      default -> "bad_request";
    };
  }

  private static String words(int status) {
    return switch (status) {
      case 405 -> "this address does not know this method";
      case 503 -> "this server has no database just now; try again in a moment";
      case 500 -> "this is our fault; quote the trace below";
      default -> "the request cannot be understood";
    };
  }

  private void writeOAuth(HttpServletResponse response, int status) throws IOException {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", oAuthError(status));
    body.put("error_description", words(status));
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(body));
  }

  private static String oAuthError(int status) {
    return switch (status) {
      case 503 -> "temporarily_unavailable";
      case 500 -> "server_error";
      default -> "invalid_request";
    };
  }
}
