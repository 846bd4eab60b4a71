package dev.portcullis;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers for what no edge has answered for, such as a fault in a filter: the status that the
 * container set, in the shape of the surface, and nothing of what went wrong but the trace id that
 * every reply carries.
 */
@Controller
class LastResort implements ErrorController {

  @RequestMapping("/error")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer set ? set : HttpServletResponse.SC_NOT_FOUND;
    if (!response.containsHeader(TraceFilter.HEADER)) {
      response.setHeader(TraceFilter.HEADER, TraceFilter.next());
    }
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    SurfaceErrors.write(String.valueOf(path), response, code);
  }
}
