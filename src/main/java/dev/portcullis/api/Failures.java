package dev.portcullis.api;

import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What each kind of failure is called in Port's terms; nothing of its inner text gets out. */
final class Failures {

  private static final PortError OUTAGE =
      new PortError(
          503, "service_unavailable", "the database cannot be reached just now; try again shortly");

  private Failures() {}

  static PortError portError(Throwable failure, String traceId) {
    return switch (failure) {
      case RequestFault fault -> fault.error();
      case HttpMessageNotReadableException e -> JsonProblems.of(e);
      case DataAccessResourceFailureException _ -> OUTAGE;
      case NonTransientDataAccessResourceException _ -> OUTAGE;
      case RecoverableDataAccessException _ -> OUTAGE;
      case ConcurrencyFailureException _ -> OUTAGE;
      case TransientDataAccessException _ -> OUTAGE;
      case CannotCreateTransactionException _ -> OUTAGE;
      case RequestRejectedException _ ->
          new PortError(
              400,
              "bad_request",
              "the request holds characters that no path, header or form field here has");
      case NoHandlerFoundException e -> noSuchPath(e.getRequestURL());
      case NoResourceFoundException e -> noSuchPath("/" + e.getResourcePath());
      case MissingServletRequestParameterException e ->
          unfit(e.getParameterName(), "is required in the query");
      case MethodArgumentTypeMismatchException e -> unfit(e.getName(), "has an unreadable value");
      case HttpRequestMethodNotSupportedException e ->
          new PortError(
              405,
              "method_not_allowed",
              "%s is not possible here; see the `Allow` header".formatted(e.getMethod()));
      case HttpMediaTypeNotSupportedException _ ->
          new PortError(
              415, "unsupported_media_type", "send the body as `Content-Type: application/json`");
      case ErrorResponse e when e.getStatusCode().is4xxClientError() ->
          new PortError(
              e.getStatusCode().value(), "bad_request", "the request could not be understood");
      default ->
          new PortError(
              500,
              "internal_error",
              "something went wrong here; the operator finds it under trace id " + traceId);
    };
  }

  private static PortError noSuchPath(String path) {
    return new PortError(
        404,
        "not_found",
        "there is nothing at this path; check its spelling",
        Map.of("resource", "path", "byField", "path", "withValue", path));
  }

  private static PortError unfit(String parameter, String problem) {
    return new PortError(
        422, "invalid_request", "`" + parameter + "` " + problem, Map.of("field", parameter));
  }
}
