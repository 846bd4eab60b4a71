package dev.portcullis.api;

import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Words for the client whose JSON body cannot be read. */
final class JsonProblems {

  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private JsonProblems() {}

  static PortError of(HttpMessageNotReadableException unreadable) {
    return of(unreadable.getCause());
  }

  static PortError of(@Nullable Throwable cause) {
    return switch (cause) {
      case StreamConstraintsException e -> malformed(excess(e));
      case InputCoercionException e -> unfit(path(e), subject(e) + " must be a whole number");
      case StreamReadException e -> malformed(explained(e));
      case UnrecognizedPropertyException e -> unknownProperty(e);
      case MismatchedInputException e -> mismatch(e);
      case JacksonException e -> unfit(path(e), "`" + path(e) + "` has an unacceptable value");
      case null, default ->
          new PortError(
              422, "invalid_request", "the request needs a JSON body, and this one has none");
    };
  }

  private static String excess(StreamConstraintsException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.contains("depth")) {
      return "the body nests deeper than " + RequestBodies.MAX_DEPTH + " levels";
    }
    return message.contains("Number")
        ? "the body holds a number of too many digits"
        : "the body holds a name or text that is too long";
  }

  private static PortError malformed(String message) {
    return new PortError(400, "invalid_json", message);
  }

  private static String explained(StreamReadException e) {
    boolean repeated = e.getOriginalMessage().startsWith("Duplicate");
    return "the body is not well-formed JSON: %s at line %d, column %d"
        .formatted(
            repeated ? "a property is repeated" : "unexpected text",
            e.getLocation().getLineNr(),
            e.getLocation().getColumnNr());
  }

  private static PortError unknownProperty(UnrecognizedPropertyException e) {
    Collection<Object> known = e.getKnownPropertyIds();
    String names =
        known == null
            ? ""
            : known.stream()
                .map(name -> "`" + name + "`")
                .sorted()
                .collect(Collectors.joining(", "));
    return unfit(
        path(e),
        "`%s` is not a property here; remove it or use one of %s".formatted(path(e), names));
  }

  private static PortError mismatch(MismatchedInputException e) {
    if (e.getTargetType() == JsonNode.class) {
      return malformed("the body is not well-formed JSON: it goes on after its end");
    }
    return unfit(path(e), subject(e) + " must be " + expected(e.getTargetType()));
  }

  private static String subject(JacksonException e) {
    String field = path(e);
    return field.isEmpty() ? "the body" : "`" + field + "`";
  }

  private static PortError unfit(String field, String message) {
    return new PortError(
        422, "invalid_request", message, field.isEmpty() ? Map.of() : Map.of("field", field));
  }

  private static String expected(Class<?> type) {
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(constant -> "`" + constant + "`")
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (WHOLE.contains(type)) {
      return "a whole number";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (Collection.class.isAssignableFrom(type)) {
      return "an array";
    }
    return type == String.class ? "a string" : expectedText(type);
  }

  private static String expectedText(Class<?> type) {
    if (type == UUID.class) {
      return "a UUID";
    }
    if (Temporal.class.isAssignableFrom(type)) {
      return "a time such as 2030-01-31T12:00:00Z";
    }
    if (TemporalAmount.class.isAssignableFrom(type)) {
      return "a duration such as P3D or PT12H";
    }
    return "an object";
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference step : e.getPath()) {
      String name = step.getPropertyName();
      if (name == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(name);
      }
    }
    return path.toString();
  }
}
