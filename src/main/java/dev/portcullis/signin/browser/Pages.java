package dev.portcullis.signin.browser;

import dev.portcullis.signin.BrowserRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders pages on the server; whatever comes from outside is escaped by the template. */
@Component
public class Pages {

  /** Every path at which a person may look. */
  public static final List<String> PATHS =
      List.of("/", "/authorize", "/login/callback", "/logout", "/logout/return", "/style.css");

  private final ITemplateEngine templates;

  Pages(ITemplateEngine templates) {
    this.templates = templates;
  }

  void write(HttpServletResponse response, int status, String template, Map<String, ?> model)
      throws IOException {
    Context context = new Context(Locale.ENGLISH, new HashMap<>(model));
    byte[] page = templates.process("signin/" + template, context).getBytes(StandardCharsets.UTF_8);
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }

  /** Says why a sign-in failed, and what to change. Whoever had a session before has it still. */
  void refuseSignIn(
      HttpServletRequest request, HttpServletResponse response, BrowserRefusal refusal)
      throws IOException {
    refuse(request, response, refusal, "Signing in did not work");
  }

  /** Says why somebody is not signed out. */
  void refuseSignOut(
      HttpServletRequest request, HttpServletResponse response, BrowserRefusal refusal)
      throws IOException {
    refuse(request, response, refusal, "You are not signed out");
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      BrowserRefusal refusal,
      String heading)
      throws IOException {
    refuse(request, response, refusal.status(), refusal.code(), refusal.explanation(), heading);
  }

  /** Says why something cannot be done, and what to change. */
  public void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String code,
      String explanation)
      throws IOException {
    refuse(request, response, status, code, explanation, "That did not work");
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String code,
      String explanation,
      String heading)
      throws IOException {
    write(
        response,
        status,
        "refused",
        Map.of(
            "code",
            code,
            "explanation",
            sentence(explanation),
            "heading",
            heading,
            "trace",
            Requests.traceId(request)));
  }

  private static String sentence(String explanation) {
    String end = explanation.endsWith("?") ? "" : ".";
    return explanation.substring(0, 1).toUpperCase(Locale.ROOT) + explanation.substring(1) + end;
  }
}
