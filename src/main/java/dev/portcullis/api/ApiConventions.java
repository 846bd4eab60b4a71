package dev.portcullis.api;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for all controllers of this package before they are called. */
@Component
class ApiConventions implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new LegibleAddress()).addPathPatterns("/v1/**", "/access/**");
    registry.addInterceptor(new ConcreteMediaType()).addPathPatterns("/v1/**", "/access/**");
    registry.addInterceptor(new UnservedParameters()).addPathPatterns("/v1/**");
  }
}
