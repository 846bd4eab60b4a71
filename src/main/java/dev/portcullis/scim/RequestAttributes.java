package dev.portcullis.scim;

import dev.portcullis.scim.message.RequestNotes;
import jakarta.servlet.http.HttpServletRequest;

/** What travels with a request between this edge's classes. */
final class RequestAttributes {

  /** Set for every request before it reaches this edge, together with the reply's X-Trace-Id. */
  private static final String TRACE_ID = "dev.portcullis.traceId";

  private static final String NOTES = RequestNotes.class.getName();

  private RequestAttributes() {}

  static void start(HttpServletRequest request, RequestNotes notes) {
    request.setAttribute(NOTES, notes);
  }

  static RequestNotes notes(HttpServletRequest request) {
    return request.getAttribute(NOTES) instanceof RequestNotes notes ? notes : new RequestNotes();
  }

  static String traceId(HttpServletRequest request) {
    if (request.getAttribute(TRACE_ID) instanceof String traceId) {
      return traceId;
    }
    throw new IllegalStateException("no trace id: the filter that sets it must run before");
  }
}
