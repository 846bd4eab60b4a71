package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.pattern.GroupFilter;
import dev.portcullis.pattern.GroupPattern;
import dev.portcullis.pattern.ParsedPattern;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which groups count, on the wire: {@code {type, value, except?: {type, value}}}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupFilterRepresentation(
    @Nullable String type, @Nullable String value, @Nullable PatternRepresentation except) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PatternRepresentation(@Nullable String type, @Nullable String value) {}

  static GroupFilterRepresentation of(GroupFilter filter) {
    return new GroupFilterRepresentation(
        filter.pattern().type().name(),
        filter.pattern().value(),
        filter
            .except()
            .map(except -> new PatternRepresentation(except.type().name(), except.value()))
            .orElse(null));
  }

  /**
   * The filter.
   *
   * @param field where it stands in the body, for the words of a refusal
   */
  GroupFilter filter(String field) {
    return new GroupFilter(
        pattern(field, type, value),
        except == null
            ? Optional.empty()
            : Optional.of(pattern(field + ".except", except.type(), except.value())));
  }

  private static GroupPattern pattern(String field, @Nullable String type, @Nullable String value) {
    ParsedPattern parsed =
        GroupPattern.parse(
            RequestFault.required(field + ".type", type),
            RequestFault.required(field + ".value", value));
    return switch (parsed) {
      case ParsedPattern.Accepted(GroupPattern pattern) -> pattern;
      case ParsedPattern.Rejected(String problem) ->
          throw RequestFault.invalid(field, "`" + field + "`: " + problem);
    };
  }
}
