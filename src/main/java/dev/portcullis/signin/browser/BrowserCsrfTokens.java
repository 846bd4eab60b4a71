package dev.portcullis.signin.browser;

import dev.portcullis.organization.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;

/**
 * The secret that only our own forms know. It is kept as a text and only where somebody is signed
 * in, for whom alone there are forms: strangers leave no session behind.
 */
@Component
public class BrowserCsrfTokens implements CsrfTokenRepository {

  private static final String ATTRIBUTE = "form";

  BrowserCsrfTokens() {}

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    return token(Secrets.next());
  }

  private static CsrfToken token(String secret) {
    return new DefaultCsrfToken("X-CSRF-Token", "csrf", secret);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.setAttribute(ATTRIBUTE, token == null ? null : token.getToken());
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof String secret
        ? token(secret)
        : null;
  }
}
