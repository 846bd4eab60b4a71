package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import java.util.Map;
import java.util.Optional;

/** Titles of entities that others relate to, as far as the caller may read them. */
public final class RelatedTitles {

  static final RelatedTitles NONE = new RelatedTitles(Map.of(), Map.of());

  /** Where a relation of a blueprint leads to. */
  record Way(String blueprint, String relation) {}

  private final Map<Way, String> targets;
  private final Map<Node, Optional<String>> titles;

  RelatedTitles(Map<Way, String> targets, Map<Node, Optional<String>> titles) {
    this.targets = Map.copyOf(targets);
    this.titles = Map.copyOf(titles);
  }

  /**
   * The title of what an entity relates to; empty if it has none, or none that the caller may read.
   *
   * @param blueprint of the entity that relates
   */
  public Optional<String> of(String blueprint, String relation, String identifier) {
    return Optional.ofNullable(targets.get(new Way(blueprint, relation)))
        .flatMap(target -> titles.getOrDefault(new Node(target, identifier), Optional.empty()));
  }
}
