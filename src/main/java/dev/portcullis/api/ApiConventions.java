package dev.portcullis.api;

import dev.portcullis.access.RouteRights;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for all controllers of this package before they are called. */
@Component
class ApiConventions implements WebMvcConfigurer {

  private final RouteRights rights;

  ApiConventions(RouteRights rights) {
    this.rights = rights;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ChangeTermsResolver());
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    // First, for whoever may not call a route shall not learn what it makes of a request.
    registry
        .addInterceptor(new RouteRightsInterceptor(rights))
        .addPathPatterns("/v1/**", "/v3/**", "/access/**", "/.well-known/**");
    registry.addInterceptor(new LegibleAddress()).addPathPatterns("/v1/**", "/access/**");
    registry.addInterceptor(new ConcreteMediaType()).addPathPatterns("/v1/**", "/access/**");
    registry.addInterceptor(new UnservedParameters()).addPathPatterns("/v1/**");
  }
}
