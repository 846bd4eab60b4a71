package dev.portcullis.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NamesTest {

  @Test
  void itIsTheSetOfItsNamesInTheirOrder() {
    Names names = Names.of(List.of("t2", "t10", "t1", "t2"));

    assertThat(names).containsExactly("t1", "t10", "t2").isEqualTo(Set.of("t1", "t2", "t10"));
    assertThat(names.contains("t10")).isTrue();
    assertThat(names.contains("t3")).isFalse();
    assertThat(Names.of(List.of())).isEmpty();
    assertThat(Names.of(names)).isSameAs(names);
  }

  @Test
  void theFirstSharedNameIsTheFirstOfAllSharedOnesWhicheverSetIsLarger() {
    Random random = new Random(1);
    for (int round = 0; round < 2_000; round++) {
      Set<String> some = someNames(random);
      Set<String> others = someNames(random);
      TreeSet<String> shared = new TreeSet<>(some);
      shared.retainAll(others);
      Names names = Names.of(some);

      int first = names.firstShared(Names.of(others));
      List<String> all = new ArrayList<>();
      names.eachShared(Names.of(others), index -> all.add(names.at(index)));

      assertThat(first < 0 ? List.of() : List.of(names.at(first)))
          .isEqualTo(shared.isEmpty() ? List.of() : List.of(shared.first()));
      assertThat(all).isEqualTo(List.copyOf(shared));
    }
  }

  @Test
  void namesChosenToCollideAreFoundAllTheSame() {
    List<String> colliding = colliding(12);
    assertThat(new HashSet<>(colliding.stream().map(String::hashCode).toList())).hasSize(1);

    Names names = Names.of(colliding.subList(1, colliding.size()));

    assertThat(colliding.stream().filter(names::contains)).hasSize(colliding.size() - 1);
    assertThat(names.contains(colliding.getFirst())).isFalse();
    assertThat(names.firstShared(Names.of(colliding))).isZero();
  }

  /** Texts of as many pairs of letters, which all have the same hash code. */
  private static List<String> colliding(int pairs) {
    List<String> texts = List.of("");
    for (int pair = 0; pair < pairs; pair++) {
      texts = texts.stream().flatMap(text -> List.of(text + "Aa", text + "BB").stream()).toList();
    }
    return texts;
  }

  private static Set<String> someNames(Random random) {
    Set<String> names = new HashSet<>();
    int size = random.nextInt(12);
    for (int i = 0; i < size; i++) {
      names.add("team-" + random.nextInt(40));
    }
    return names;
  }
}
