package dev.portcullis.access;

import dev.portcullis.catalog.Blueprint;
import dev.portcullis.catalog.Catalog;
import dev.portcullis.directory.HandRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads Port's names of roles as the one role that an Admin gives. */
@Component
class HandRoles {

  /** The most names in one list. */
  private static final int MAX_NAMES = 1_000;

  private static final String MODERATOR_OF = "-moderator";

  private final Catalog catalog;

  HandRoles(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The role, or what is wrong with the names. */
  sealed interface Reading {
    record Read(HandRole role) implements Reading {}

    record Wrong(List<String> problems) implements Reading {}
  }

  /**
   * The highest of these roles.
   *
   * @param field where the names stand, for the words of a refusal
   * @param present what the person holds now: the bare name {@code Moderator} keeps its blueprints
   */
  Reading read(UUID organizationId, String field, List<String> names, HandRole present) {
    if (names.isEmpty() || names.size() > MAX_NAMES) {
      return new Reading.Wrong(List.of("`" + field + "` must name 1 to " + MAX_NAMES + " roles"));
    }
    PortRole highest = PortRole.MEMBER;
    List<String> moderated = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      PortRole role = PortRole.named(name).orElse(PortRole.MEMBER);
      if (name.endsWith(MODERATOR_OF)) {
        moderated.add(name.substring(0, name.length() - MODERATOR_OF.length()));
        role = PortRole.MODERATOR;
      } else if (role == PortRole.MODERATOR) {
        moderated.addAll(present.moderatedBlueprints());
      } else if (PortRole.named(name).isEmpty()) {
        unknown.add("`%s` must not hold `%s`, which is no role".formatted(field, name));
      }
      highest = highest.compareTo(role) >= 0 ? highest : role;
    }
    return read(organizationId, field, highest, moderated, unknown);
  }

  /** A role with the blueprints that a Moderator looks after. */
  Reading read(UUID organizationId, String field, PortRole role, List<String> moderated) {
    return read(organizationId, field, role, moderated, new ArrayList<>());
  }

  private Reading read(
      UUID organizationId,
      String field,
      PortRole role,
      List<String> moderated,
      List<String> problems) {
    if (!moderated.isEmpty()) {
      Set<String> known =
          catalog.blueprints(organizationId).stream()
              .map(Blueprint::identifier)
              .collect(Collectors.toUnmodifiableSet());
      moderated.stream()
          .distinct()
          .filter(blueprint -> !known.contains(blueprint))
          .map(blueprint ->
              "`%s` must not name blueprint `%s`, which does not exist".formatted(field, blueprint))
          .forEach(problems::add);
    }
    return problems.isEmpty()
        ? new Reading.Read(new HandRole(role.wireName(), moderated))
        : new Reading.Wrong(List.copyOf(problems));
  }
}
