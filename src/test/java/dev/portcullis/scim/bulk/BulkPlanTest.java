package dev.portcullis.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Operations come after what they refer to, and those in a circle come together. */
class BulkPlanTest {

  private static List<List<Integer>> steps(List<Set<Integer>> references) {
    return BulkPlan.of(references).steps().stream().map(BulkPlan.Step::operations).toList();
  }

  @Test
  void operationsWithoutForwardReferencesStayInTheirOrder() {
    assertThat(steps(List.of(Set.of(), Set.of(0), Set.of(), Set.of(0, 2))))
        .containsExactly(List.of(0), List.of(1), List.of(2), List.of(3));
  }

  @Test
  void anOperationWaitsForWhatComesLater() {
    assertThat(steps(List.of(Set.of(2), Set.of(), Set.of(1))))
        .containsExactly(List.of(1), List.of(2), List.of(0));
  }

  @Test
  void aCircleIsOneStepInTheOrderSent() {
    BulkPlan plan = BulkPlan.of(List.of(Set.of(2), Set.of(0), Set.of(1), Set.of(1)));
    assertThat(plan.steps())
        .containsExactly(
            new BulkPlan.Step(List.of(0, 1, 2), true), new BulkPlan.Step(List.of(3), false));
  }

  @Test
  void whoRefersToItselfIsACircleOfOne() {
    assertThat(BulkPlan.of(List.of(Set.of(0))).steps())
        .containsExactly(new BulkPlan.Step(List.of(0), true));
  }

  @Test
  void aChainAsLongAsARequestMayBeIsFollowedToItsEnd() {
    List<Set<Integer>> chain =
        IntStream.range(0, 1_000)
            .mapToObj(i -> i == 999 ? Set.<Integer>of() : Set.of(i + 1))
            .toList();
    assertThat(steps(chain).getFirst()).containsExactly(999);
    assertThat(steps(chain)).hasSize(1_000);
  }

  @Property(tries = 500)
  void everyOperationIsDoneOnceAndAfterWhatItNeeds(@ForAll("graphs") List<Set<Integer>> graph) {
    Set<Integer> done = new HashSet<>();
    for (BulkPlan.Step step : BulkPlan.of(graph).steps()) {
      assertThat(step.operations()).isSorted().noneMatch(done::contains);
      done.addAll(step.operations());
      step.operations().forEach(place -> assertThat(done).containsAll(graph.get(place)));
      assertThat(step.operations())
          .allMatch(place -> reachable(graph, place).contains(place) == step.circle())
          .allMatch(
              place -> !step.circle() || reachable(graph, place).containsAll(step.operations()));
    }
    assertThat(done).hasSize(graph.size());
  }

  private static Set<Integer> reachable(List<Set<Integer>> graph, int from) {
    Set<Integer> found = new HashSet<>();
    Deque<Integer> pending = new ArrayDeque<>(graph.get(from));
    while (!pending.isEmpty()) {
      int next = pending.pop();
      if (found.add(next)) {
        pending.addAll(graph.get(next));
      }
    }
    return found;
  }

  @Provide
  Arbitrary<List<Set<Integer>>> graphs() {
    return Arbitraries.integers()
        .between(1, 12)
        .flatMap(size ->
            Arbitraries.integers().between(0, size - 1).set().ofMaxSize(3).list().ofSize(size));
  }
}
