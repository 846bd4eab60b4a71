package dev.portcullis.api;

import dev.portcullis.access.ChangeTerms;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads the parameters {@code dry_run} and {@code confirm} of whoever changes what people may do.
 * What cannot be read is refused, for somebody relies on it.
 */
final class ChangeTermsResolver implements HandlerMethodArgumentResolver {

  /** Show what would be, and store nothing. */
  static final String DRY_RUN = "dry_run";

  /** How many people may lose rights. */
  static final String CONFIRM = "confirm";

  /** Whether a route takes the parameters. */
  static boolean isServedBy(Object controller) {
    if (controller instanceof HandlerMethod method) {
      for (MethodParameter parameter : method.getMethodParameters()) {
        if (parameter.getParameterType().equals(ChangeTerms.class)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType().equals(ChangeTerms.class);
  }

  @Override
  public ChangeTerms resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return new ChangeTerms(
        only(request, DRY_RUN).filter(ChangeTermsResolver::isAsked).isPresent(),
        only(request, CONFIRM).map(ChangeTermsResolver::count).orElseGet(OptionalInt::empty));
  }

  private static Optional<String> only(NativeWebRequest request, String name) {
    String[] values = request.getParameterValues(name);
    if (values != null && values.length > 1) {
      throw RequestFault.invalid(name, "`" + name + "` must be there only once");
    }
    return Optional.ofNullable(values).map(one -> one[0]);
  }

  private static boolean isAsked(String value) {
    if (value.equalsIgnoreCase("true")) {
      return true;
    }
    if (value.equalsIgnoreCase("false")) {
      return false;
    }
    throw RequestFault.invalid(DRY_RUN, "`dry_run` must be `true` or `false`");
  }

  private static OptionalInt count(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw RequestFault.invalid(
          CONFIRM, "`confirm` must be the number of people who may lose rights");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }
}
