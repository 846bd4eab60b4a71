package dev.portcullis.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a body whose media type is a pattern, which a body cannot be of. */
final class ConcreteMediaType implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object controller)
      throws HttpMediaTypeNotSupportedException {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && type.contains("*")) {
      throw new HttpMediaTypeNotSupportedException("a pattern");
    }
    return true;
  }
}
