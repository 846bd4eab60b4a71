package dev.portcullis.attribute;

import java.util.List;

/**
 * A part of a result.
 *
 * @param total how many elements the whole result has
 */
public record Page<T>(long total, List<T> elements) {

  public Page {
    elements = List.copyOf(elements);
  }
}
