package dev.portcullis.scim;

import com.unboundid.scim2.common.messages.ErrorResponse;
import com.unboundid.scim2.common.utils.JsonUtils;
import dev.portcullis.scim.message.ScimFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders everything that goes wrong at this edge as RFC 7644 §3.12 has it. What is not the
 * client's fault shows no inner text, only the trace id under which the log tells more.
 */
@Component
public class ScimFaultResponses implements HandlerExceptionResolver, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ScimFaultResponses.class);
  private static final String RETRY_AFTER_SECONDS = "5";

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception problem) {
    if (!ScimPaths.contains(request)) {
      return null;
    }
    write(request, response, problem);
    return new ModelAndView();
  }

  /** Answers a request of this edge with what went wrong. */
  public void write(HttpServletRequest request, HttpServletResponse response, Exception problem) {
    write(request, response, fault(RequestAttributes.traceId(request), problem));
  }

  /** Answers a request that was refused before it reached this edge, such as for its size. */
  public void write(
      HttpServletRequest request, HttpServletResponse response, int status, String detail) {
    write(request, response, ScimFault.of(status, detail));
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, ScimFault fault) {
    RequestAttributes.notes(request).add(fault.detail());
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(fault.status());
    response.setContentType(ScimResponses.SCIM_JSON.toString());
    fault.headers().forEach(response::setHeader);
    try {
      response.getOutputStream().write(JsonUtils.getObjectWriter().writeValueAsBytes(error(fault)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The fault in RFC 7644's shape. */
  static ObjectNode error(ScimFault fault) {
    ErrorResponse error = new ErrorResponse(fault.status());
    fault.scimType().ifPresent(error::setScimType);
    error.setDetail(fault.detail());
    return JsonUtils.valueToNode(error);
  }

  /** What went wrong, as the client may know it; what is ours is also logged. */
  static ScimFault fault(String traceId, Exception problem) {
    return switch (problem) {
      case ScimFault fault -> fault;
      case UncheckedIOException _ ->
          ScimFault.invalidSyntax(
              "the body could not be read to its end: it is too large, or broke off");
      case DataAccessResourceFailureException outage -> unavailable(traceId, outage);
      case RecoverableDataAccessException outage -> unavailable(traceId, outage);
      case TransientDataAccessException outage -> unavailable(traceId, outage);
      case CannotCreateTransactionException outage -> unavailable(traceId, outage);
      case org.springframework.web.ErrorResponse refused -> refused(traceId, problem, refused);
      default -> unexpected(traceId, problem);
    };
  }

  private static ScimFault refused(
      String traceId, Exception problem, org.springframework.web.ErrorResponse refused) {
    HttpStatusCode status = refused.getStatusCode();
    return status.is4xxClientError()
        ? ScimFault.of(
            status.value(),
            "this cannot be served: "
                + Optional.ofNullable(refused.getBody().getTitle()).orElse("refused"))
        : unexpected(traceId, problem);
  }

  private static ScimFault unavailable(String traceId, Exception outage) {
    LOG.error("request {} found the database out of reach", traceId, outage);
    return ScimFault.of(
            HttpServletResponse.SC_SERVICE_UNAVAILABLE,
            "the database is out of reach or busy: send the request again; trace id " + traceId)
        .withHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
  }

  private static ScimFault unexpected(String traceId, Exception problem) {
    LOG.error("request {} failed", traceId, problem);
    return ScimFault.of(
        HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
        "the server failed; its operator finds why under trace id " + traceId);
  }
}
