package dev.portcullis.scim.bulk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * An order in which every operation comes after those that it refers to (RFC 7644 §3.7.1), and
 * otherwise stays where it was sent. Operations that refer to each other in a circle are one step.
 *
 * @param steps each operation in exactly one of them
 */
public record BulkPlan(List<Step> steps) {

  public BulkPlan {
    steps = List.copyOf(steps);
  }

  /**
   * What is done at once.
   *
   * @param operations their places in the request, counted from 0, in the order sent
   * @param circle whether each of them refers, if need be through others, to itself
   */
  public record Step(List<Integer> operations, boolean circle) {

    public Step {
      operations = List.copyOf(operations);
    }
  }

  /**
   * Plans the operations, in time linear in the references.
   *
   * @param references for each operation the places of those that it refers to
   */
  public static BulkPlan of(List<? extends Collection<Integer>> references) {
    Walk walk = new Walk(references);
    for (int place = 0; place < references.size(); place++) {
      walk.visit(place);
    }
    return new BulkPlan(walk.steps);
  }

  /**
   * Tarjan's search for strongly connected components, which yields them with those that are
   * referred to first. It goes as deep as there are operations, which are bounded.
   */
  private static final class Walk {

    private static final int UNSEEN = -1;

    private final List<? extends Collection<Integer>> references;
    private final int[] seenAt;
    private final int[] earliest;
    private final boolean[] open;
    private final Deque<Integer> pending = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();
    private int seen;

    Walk(List<? extends Collection<Integer>> references) {
      this.references = references;
      this.seenAt = new int[references.size()];
      this.earliest = new int[references.size()];
      this.open = new boolean[references.size()];
      Arrays.fill(seenAt, UNSEEN);
    }

    void visit(int place) {
      if (seenAt[place] != UNSEEN) {
        return;
      }
      seenAt[place] = seen++;
      earliest[place] = seenAt[place];
      pending.push(place);
      open[place] = true;
      for (int target : references.get(place)) {
        visit(target);
        if (open[target]) {
          earliest[place] = Math.min(earliest[place], earliest[target]);
        }
      }
      if (earliest[place] == seenAt[place]) {
        steps.add(closed(place));
      }
    }

    private Step closed(int first) {
      List<Integer> operations = new ArrayList<>();
      int place;
      do {
        place = pending.pop();
        open[place] = false;
        operations.add(place);
      } while (place != first);
      operations.sort(null);
      return new Step(operations, operations.size() > 1 || references.get(first).contains(first));
    }
  }
}
