package dev.portcullis.permission;

import dev.portcullis.permission.Reason.Obstacle;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;

/**
 * Lists in a row as one, so that a denial does not copy what the rules of a large document ask for.
 * The lists must be unmodifiable.
 */
final class Obstacles extends AbstractList<Obstacle> {

  private final List<List<Obstacle>> parts;
  private final int size;

  Obstacles(List<List<Obstacle>> parts) {
    this.parts = parts.stream().filter(part -> !part.isEmpty()).toList();
    this.size = this.parts.stream().mapToInt(List::size).sum();
  }

  @Override
  public Obstacle get(int index) {
    int inPart = Objects.checkIndex(index, size);
    for (List<Obstacle> part : parts) {
      if (inPart < part.size()) {
        return part.get(inPart);
      }
      inPart -= part.size();
    }
    throw new AssertionError("the parts are smaller than their sum");
  }

  @Override
  public int size() {
    return size;
  }
}
