package dev.portcullis.access;

import java.util.List;
import java.util.Optional;

/**
 * A part of what a search finds.
 *
 * @param found identifiers or names, at most as many as were asked for; maybe fewer, or none,
 *     although there is more
 * @param next the place at which to go on; empty at the end
 */
public record SearchPage(List<String> found, Optional<String> next) {

  static final SearchPage EMPTY = new SearchPage(List.of(), Optional.empty());

  public SearchPage {
    found = List.copyOf(found);
  }
}
