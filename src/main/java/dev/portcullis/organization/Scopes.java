package dev.portcullis.organization;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which routes an app may call: all, or those of the scopes that it was given.
 *
 * @param named the scopes of a limited app, in order; empty for one that is not limited
 */
public record Scopes(Optional<Set<String>> named) {

  /** Of an app that may call every route. */
  public static final Scopes ALL = new Scopes(Optional.empty());

  /** The scopes that Port knows. */
  public static final Set<String> KNOWN = known();

  private static final String SEPARATOR = " ";

  public Scopes {
    named = named.map(Set::copyOf);
  }

  private static Set<String> known() {
    List<String> resources =
        List.of(
            "users",
            "teams",
            "blueprints",
            "entities",
            "actions",
            "pages",
            "apps",
            "runs",
            "secrets",
            "integrations",
            "scorecards");
    return Stream.concat(
            Stream.of("read", "create", "update", "delete")
                .flatMap(verb -> resources.stream().map(resource -> verb + ":" + resource)),
            Stream.of("read:audit-log", "update:organization"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Limited to these. */
  public static Scopes of(Collection<String> scopes) {
    return new Scopes(Optional.of(Set.copyOf(scopes)));
  }

  /** Whether an app is not limited. */
  public boolean areAll() {
    return named.isEmpty();
  }

  /** Whether whoever has these has the others too. */
  public boolean cover(Scopes others) {
    return areAll()
        || others.named.filter(wanted -> named.orElseThrow().containsAll(wanted)).isPresent();
  }

  /** The scopes in order; empty for an app that is not limited. */
  public List<String> listed() {
    return named.map(scopes -> List.copyOf(new TreeSet<>(scopes))).orElse(List.of());
  }

  static Scopes stored(Optional<String> text) {
    return text.map(line -> of(Stream.of(line.split(SEPARATOR)).filter(s -> !s.isEmpty()).toList()))
        .orElse(ALL);
  }

  Optional<String> text() {
    return named.map(_ -> String.join(SEPARATOR, listed()));
  }
}
