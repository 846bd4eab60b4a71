package dev.portcullis;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/**
 * Gives what Tomcat refuses by itself, such as a head that is too long or a path that cannot be
 * decoded, the shape of the surface instead of a page.
 */
public final class SurfaceErrorValve extends ErrorReportValve {

  private static final int FIRST_ERROR = 400;
  private static final int URI_TOO_LONG = 414;
  private static final int HEAD_TOO_LARGE = 431;

  private static final String TOO_LARGE =
      StringManager.getManager("org.apache.coyote.http11")
          .getString("iib.requestheadertoolarge.error");

  @Override
  protected void report(Request request, Response response, @Nullable Throwable cause) {
    boolean answered =
        response.getStatus() < FIRST_ERROR
            || response.getContentWritten() > 0
            || !response.setErrorReported();
    if (answered || response.isCommitted()) {
      return;
    }
    try {
      // What ends here has passed no filter, so it has no trace id yet.
      if (!response.containsHeader(TraceFilter.HEADER)) {
        response.setHeader(TraceFilter.HEADER, TraceFilter.next());
      }
      SurfaceErrors.write(
          Objects.requireNonNullElseGet(
              request.getRequestURI(), () -> RequestLine.path(request.getCoyoteRequest())),
          response.getResponse(),
          status(request, response));
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tomcat calls a head that is too long a bad request; RFC 9110 and RFC 6585 say it better. */
  private static int status(Request request, Response response) {
    boolean tooLarge =
        request.getCoyoteRequest().getAttribute(RequestDispatcher.ERROR_EXCEPTION)
                instanceof Exception refusal
            && TOO_LARGE.equals(refusal.getMessage());
    if (!tooLarge) {
      return response.getStatus();
    }
    return request.getRequestURI() == null ? URI_TOO_LONG : HEAD_TOO_LARGE;
  }
}
