package dev.portcullis.signin;

import dev.portcullis.connection.ClaimSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a token's groups claim says, whichever of the shapes in use it has: a list of names, one
 * name, or names in one text with a separator.
 */
sealed interface GroupsClaim {

  /** The most names that are read. */
  int MAX_NAMES = 1_000;

  /** Okta stops, or may stop, at as many names without saying so. */
  int SUSPICIOUS_COUNT = 100;

  /** What somebody should look at. */
  List<String> warnings();

  /** These groups; none of the names is left where all were unusable. */
  record Listed(List<String> names, List<String> warnings) implements GroupsClaim {}

  /** Explicitly no group. */
  record Empty(List<String> warnings) implements GroupsClaim {}

  /** It is not there, which is not the same as no group. */
  record Missing(List<String> warnings) implements GroupsClaim {}

  /** It is there, and nothing that could be understood. */
  record Unreadable(List<String> warnings) implements GroupsClaim {}

  /** These groups, and perhaps others. */
  record Truncated(List<String> names, List<String> warnings) implements GroupsClaim {}

  /** Reads the claim as the connection says it comes. */
  static GroupsClaim read(Map<String, Object> claims, ClaimSettings settings) {
    String name = settings.name();
    Object value = claims.get(name);
    if (pointsElsewhere(claims, name)) {
      List<String> given =
          value instanceof List<?> list ? texts(list).orElse(List.of()) : List.of();
      return truncated(
          given,
          "the token points elsewhere for the groups of `%s`; nothing was taken away, let the provider send fewer"
              .formatted(name));
    }
    return switch (value) {
      case null -> new Missing(List.of("the token has no claim `" + name + "`"));
      case String text -> named(split(text, settings.separator()), name);
      case List<?> list ->
          texts(list)
              .map(names -> named(names, name))
              .orElseGet(() -> unreadable("the claim `" + name + "` holds more than texts"));
      default -> unreadable("the claim `" + name + "` is neither a list of names nor a text");
    };
  }

  /** Entra's overage pointers: a distributed claim (OIDC Core §5.6.2), or a mere flag. */
  private static boolean pointsElsewhere(Map<String, Object> claims, String name) {
    boolean distributed =
        claims.get("_claim_names") instanceof Map<?, ?> map && map.containsKey(name);
    return distributed || Boolean.TRUE.equals(claims.get("hasgroups"));
  }

  private static Optional<List<String>> texts(List<?> list) {
    List<String> texts =
        list.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    return texts.size() == list.size() ? Optional.of(texts) : Optional.empty();
  }

  private static @Nullable List<String> split(String text, Optional<String> separator) {
    if (separator.isEmpty()) {
      return text.isBlank() ? null : List.of(text);
    }
    return Arrays.stream(text.split(Pattern.quote(separator.get()), -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static GroupsClaim named(@Nullable List<String> names, String claim) {
    if (names == null) {
      return unreadable("the claim `" + claim + "` is an empty text");
    }
    if (names.isEmpty()) {
      return new Empty(List.of());
    }
    if (names.size() > MAX_NAMES) {
      return truncated(
          names,
          "`%s` names more than %d groups; the first ones were added and nothing was taken away"
              .formatted(claim, MAX_NAMES));
    }
    if (names.size() == SUSPICIOUS_COUNT) {
      return truncated(
          names,
          "`%s` names exactly %d groups, where Okta may have cut it off; nothing was taken away"
              .formatted(claim, SUSPICIOUS_COUNT));
    }
    List<String> warnings = new ArrayList<>();
    List<String> usable = usable(names, warnings);
    return new Listed(usable, List.copyOf(warnings));
  }

  private static GroupsClaim unreadable(String warning) {
    return new Unreadable(List.of(warning));
  }

  private static GroupsClaim truncated(List<String> names, String warning) {
    List<String> warnings = new ArrayList<>(List.of(warning));
    List<String> usable = usable(names.stream().limit(MAX_NAMES).toList(), warnings);
    return new Truncated(usable, List.copyOf(warnings));
  }

  private static List<String> usable(List<String> names, List<String> warnings) {
    List<String> usable = names.stream().filter(ClaimText::isName).distinct().toList();
    long dropped = names.stream().filter(name -> !ClaimText.isName(name)).count();
    if (dropped > 0) {
      warnings.add(
          "%d names of the claim were left out: they are blank, longer than %d characters or hold control characters"
              .formatted(dropped, ClaimText.MAX_LENGTH));
    }
    return usable;
  }
}
