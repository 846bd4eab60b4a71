package dev.portcullis.access;

import dev.portcullis.permission.Circumstances;
import dev.portcullis.permission.Context;
import dev.portcullis.permission.PropertyValue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the policies of a document look at beside the entity, so that people who are alike in it
 * need not be looked at one by one.
 *
 * @param named the contextual values that policies name
 */
record PolicyReferences(Set<Named> named) {

  /** Meta-properties that the engine takes of the subject itself. */
  private static final String TEAMS = "$team";

  /** A property in a context, as a policy names it. */
  record Named(Context context, String property) {}

  static PolicyReferences of(PermissionDocument document) {
    Set<Named> named = new HashSet<>();
    document.blocks().forEach(keyed -> keyed.block().policy().ifPresent(json -> find(json, named)));
    return new PolicyReferences(Set.copyOf(named));
  }

  private static void find(Object json, Set<Named> named) {
    switch (json) {
      case Map<?, ?> map -> {
        if (map.get("context") instanceof String context
            && map.get("property") instanceof String property) {
          Context.named(context).ifPresent(known -> named.add(new Named(known, property)));
        }
        map.values().stream().flatMap(Stream::ofNullable).forEach(value -> find(value, named));
      }
      case List<?> list ->
          list.stream().flatMap(Stream::ofNullable).forEach(value -> find(value, named));
      default -> {
        // A value names nothing.
      }
    }
  }

  /** Whether policies look at which teams somebody is in. */
  boolean includeTeams() {
    return named.stream()
        .anyMatch(one -> one.context() == Context.USER && one.property().equals(TEAMS));
  }

  /** Whether policies look at what comes with a question, which a preview does not have. */
  boolean includeQuestion() {
    return named.stream()
        .anyMatch(one -> one.context() == Context.ACTION || one.context() == Context.RESOURCE);
  }

  boolean isEmpty() {
    return named.isEmpty();
  }

  /** The values of somebody, by which policies tell people apart. */
  Map<Named, List<PropertyValue>> values(Circumstances circumstances) {
    return named.stream()
        .collect(Collectors.toUnmodifiableMap(one -> one, one -> values(one, circumstances)));
  }

  private static List<PropertyValue> values(Named one, Circumstances circumstances) {
    return switch (one.context()) {
      case USER -> List.of(circumstances.user().get(one.property()));
      case USER_TEAMS ->
          circumstances.userTeams().stream().map(team -> team.get(one.property())).toList();
      case ACTION, RESOURCE -> List.of();
    };
  }
}
