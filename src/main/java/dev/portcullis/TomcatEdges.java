package dev.portcullis;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets names in paths hold anything: groups and repositories are called {@code org/team}, and
 * clients write that as {@code org%2Fteam}. Tomcat and Spring's firewall refuse it until told
 * otherwise; it is decoded once, after the path has been split. Queries may hold brackets, quotes
 * and braces as they are, for SCIM's filters are full of them.
 */
@Configuration
class TomcatEdges {

  /** What many clients leave as it is in a query, though RFC 3986 wants it encoded. */
  private static final String BARE_IN_QUERIES = "\"<>[\\]^`{|}";

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> edges() {
    return factory -> {
      factory.addContextCustomizers(
          context -> context.getParent().getPipeline().addValve(new SurfaceErrorValve()));
      factory.addConnectorCustomizers(connector -> {
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setProperty("relaxedQueryChars", BARE_IN_QUERIES);
      });
    };
  }

  @Bean
  StrictHttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedDoubleSlash(true);
    firewall.setAllowUrlEncodedPercent(true);
    firewall.setAllowUrlEncodedPeriod(true);
    firewall.setAllowBackSlash(true);
    firewall.setAllowSemicolon(true);
    return firewall;
  }

  @Bean
  RequestRejectedHandler refusedByTheFirewall() {
    return (request, response, _) -> {
      boolean known = METHODS.contains(request.getMethod());
      if (!known) {
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", METHODS));
      }
      SurfaceErrors.write(
          request,
          response,
          known ? HttpServletResponse.SC_BAD_REQUEST : HttpServletResponse.SC_METHOD_NOT_ALLOWED,
          known ? "bad_request" : "method_not_allowed",
          known
              ? "the path holds characters that no address here has"
              : "no address here knows this method");
    };
  }
}
