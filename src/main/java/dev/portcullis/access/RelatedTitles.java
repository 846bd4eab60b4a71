package dev.portcullis.access;

import dev.portcullis.access.CatalogGraph.Node;
import java.util.Map;
import java.util.Optional;

/** Titles of entities that others relate to, as far as the caller may read them. */
public final class RelatedTitles {

  static final RelatedTitles NONE = new RelatedTitles(Map.of());

  private final Map<Node, Optional<String>> titles;

  RelatedTitles(Map<Node, Optional<String>> titles) {
    this.titles = Map.copyOf(titles);
  }

  /** The title; empty if it has none, or none that the caller may read. */
  public Optional<String> of(String blueprint, String identifier) {
    return titles.getOrDefault(new Node(blueprint, identifier), Optional.empty());
  }
}
