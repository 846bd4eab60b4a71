package dev.portcullis.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which fields of teams a reader asks for by {@code fields}: repeated, or several with commas
 * between them. What is no field is passed over; who asks for none gets all. Names and times are
 * always there, for clients rely on them.
 */
record TeamSelection(Set<String> fields) {

  static final String USERS = "users";

  private static final Set<String> ALWAYS = Set.of("name", "createdAt", "updatedAt");

  private static final Set<String> ALL =
      Set.of(
          "id",
          "name",
          "createdAt",
          "updatedAt",
          "provider",
          "description",
          "users.firstName",
          "users.lastName",
          "users.email",
          "users.picture",
          "users.status");

  static TeamSelection of(@Nullable List<String> asked) {
    Set<String> fields =
        asked == null
            ? Set.of()
            : asked.stream()
                .flatMap(some -> Arrays.stream(some.split(",", -1)))
                .map(String::strip)
                .flatMap(field ->
                    field.equals(USERS)
                        ? ALL.stream().filter(one -> one.startsWith(USERS + "."))
                        : ALL.stream().filter(field::equals))
                .collect(Collectors.toUnmodifiableSet());
    return new TeamSelection(fields.isEmpty() ? ALL : fields);
  }

  boolean has(String field) {
    return ALWAYS.contains(field) || fields.contains(field);
  }

  boolean hasUsers() {
    return fields.stream().anyMatch(field -> field.startsWith(USERS + "."));
  }
}
