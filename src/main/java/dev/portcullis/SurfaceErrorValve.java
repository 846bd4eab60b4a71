package dev.portcullis;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Gives what Tomcat refuses by itself, such as a head that is too long or a path that cannot be
 * decoded, the shape of the surface instead of a page.
 */
public final class SurfaceErrorValve extends ErrorReportValve {

  private static final int FIRST_ERROR = 400;

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
      SurfaceErrors.write(
          String.valueOf(request.getDecodedRequestURI()),
          response.getResponse(),
          response.getStatus());
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
