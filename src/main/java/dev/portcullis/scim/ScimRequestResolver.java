package dev.portcullis.scim;

import dev.portcullis.connection.ScimCredentials;
import dev.portcullis.organization.PublicAddresses;
import dev.portcullis.scim.dialect.Reading;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands the endpoints of this edge their {@link ScimRequest}. */
@Component
class ScimRequestResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final PublicAddresses addresses;
  private final OrganizationSchemas schemas;

  ScimRequestResolver(PublicAddresses addresses, OrganizationSchemas schemas) {
    this.addresses = addresses;
    this.schemas = schemas;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == ScimRequest.class;
  }

  @Override
  public ScimRequest resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binderFactory) {
    HttpServletRequest http =
        Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
    ScimCredentials.Accepted client = client();
    Reading reading = Reading.of(client.connection().settings().dialect());
    reading.take(RequestHead.of(http), RequestAttributes.notes(http));
    return new ScimRequest(
        new HttpSource(http),
        client,
        new ResourceLocations(addresses.of(client.region())),
        schemas.of(client),
        reading,
        RequestAttributes.notes(http));
  }

  private static ScimCredentials.Accepted client() {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof ScimAuthentication known) {
      return known.getPrincipal();
    }
    throw new IllegalStateException("the SCIM token filter must run before the endpoints");
  }
}
