package dev.portcullis.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.pattern.NameOutcome.Found;
import dev.portcullis.pattern.NameOutcome.None;
import dev.portcullis.pattern.NameOutcome.NotAnalysed;
import dk.brics.automaton.Automaton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The analysis against the matcher itself, over every name that is short enough to be tried. */
class PatternAnalysisPropertyTest {

  private static final List<String> NAMES = Regexes.names();

  @Property(tries = 3000)
  void anAutomatonAcceptsExactlyWhatTheMatcherMatches(@ForAll("expressions") String expression) {
    GroupPattern pattern = accepted("MATCHES_REGEX", expression);

    Automaton automaton = Determinized.of(Regex.of(pattern), new Steps(PatternAnalysis.MAX_STEPS));

    for (String name : NAMES) {
      assertThat(automaton.run(name))
          .as("`%s` on `%s`", expression, name)
          .isEqualTo(pattern.matches(name));
    }
  }

  @Property(tries = 1000)
  void aNameIsFoundIfAndOnlyIfThereIsOne(
      @ForAll("filters") Optional<GroupFilter> one,
      @ForAll("filters") Optional<GroupFilter> two,
      @ForAll("filters") Optional<GroupFilter> three,
      @ForAll("few") Set<String> known) {
    Assume.that(one.isPresent() && two.isPresent() && three.isPresent());
    GroupFilter first = one.orElseThrow();
    GroupFilter second = two.orElseThrow();
    GroupFilter third = three.orElseThrow();
    Predicate<String> isSuch =
        name ->
            !name.isEmpty()
                && first.matches(name)
                && second.matches(name)
                && !third.matches(name)
                && !known.contains(name);

    NameOutcome outcome = new PatternAnalysis().find(List.of(first, second), List.of(third), known);

    switch (outcome) {
      case Found(String name) -> {
        assertThat(isSuch).as(name).accepts(name);
        assertThat(NAMES.stream().filter(isSuch).mapToInt(PatternAnalysisPropertyTest::length))
            .allMatch(length -> length >= length(name));
      }
      case None _ -> assertThat(NAMES).noneMatch(isSuch);
      case NotAnalysed(String reason) -> assertThat(reason).as("%s", first).isEmpty();
    }
  }

  private static int length(String name) {
    return name.codePointCount(0, name.length());
  }

  private static GroupPattern accepted(String type, String value) {
    ParsedPattern parsed = GroupPattern.parse(type, value);
    Assume.that(parsed instanceof ParsedPattern.Accepted);
    return parsed.orElseThrow();
  }

  @Provide
  Arbitrary<String> expressions() {
    return Regexes.expressions().filter(text -> !text.isEmpty());
  }

  @Provide
  Arbitrary<Set<String>> few() {
    return Arbitraries.of(NAMES).filter(name -> !name.isEmpty()).set().ofMaxSize(4);
  }

  @Provide
  Arbitrary<Optional<GroupFilter>> filters() {
    return Combinators.combine(patterns(), patterns(), Arbitraries.of(true, false))
        .as((pattern, except, isPlain) ->
            pattern.map(known -> new GroupFilter(known, isPlain ? Optional.empty() : except)));
  }

  private static Arbitrary<Optional<GroupPattern>> patterns() {
    Arbitrary<String> literals = Arbitraries.of("a", "b", "k", "a-", "ab", "😀", "1", "é");
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of("STARTS_WITH", "EQUALS", "CONTAINS"), literals)
            .as(PatternAnalysisPropertyTest::parsed),
        Regexes.expressions().map(value -> parsed("MATCHES_REGEX", value)));
  }

  private static Optional<GroupPattern> parsed(String type, String value) {
    return GroupPattern.parse(type, value) instanceof ParsedPattern.Accepted(GroupPattern pattern)
        ? Optional.of(pattern)
        : Optional.empty();
  }
}
