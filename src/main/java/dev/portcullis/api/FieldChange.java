package dev.portcullis.api;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a JSON body says of one field: absent, null and a value are three things.
 *
 * <p>As a component of a request record it is never null.
 */
@JsonDeserialize(using = FieldChangeDeserializer.class)
sealed interface FieldChange<T> {

  /** The field is absent: what is stored stays. */
  record Keep<T>() implements FieldChange<T> {}

  /** The field is null: what is stored goes, or becomes the default again. */
  record Clear<T>() implements FieldChange<T> {}

  /** The field has a value. */
  record Set<T>(T value) implements FieldChange<T> {}

  /** The value from now on. */
  default T applied(T current, T cleared) {
    return switch (this) {
      case Keep<T> _ -> current;
      case Clear<T> _ -> cleared;
      case Set<T>(T value) -> value;
    };
  }

  /** The value from now on, of a field that must have one. */
  default T required(String field, @Nullable T current) {
    return switch (this) {
      case Keep<T> _ -> RequestFault.required(field, current);
      case Clear<T> _ -> throw RequestFault.invalid(field, "`" + field + "` must not be null");
      case Set<T>(T value) -> value;
    };
  }

  /** As this one, with any value converted. */
  default <R> FieldChange<R> map(Function<T, R> conversion) {
    return switch (this) {
      case Keep<T> _ -> new Keep<>();
      case Clear<T> _ -> new Clear<>();
      case Set<T>(T value) -> new Set<>(conversion.apply(value));
    };
  }
}
