package dev.portcullis.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Asks three engines the same questions, measures them if they agree, and prints a table. Takes
 * JMH's own options. Exits 1 if they disagree.
 */
public final class Benchmarks {

  private static final List<Integer> RULES = List.of(100, 1_000, 10_000);
  private static final List<Integer> TEAMS = List.of(1, 10, 100);

  /** How many questions each world is asked before; jCasbin takes long for ten thousand rules. */
  private static final int QUESTIONS = 256;

  private Benchmarks() {}

  /** Runs all of it. */
  public static void main(String[] arguments) throws Exception {
    if (!agree()) {
      System.exit(1);
    }
    OptionsBuilder options = new OptionsBuilder();
    options.parent(new CommandLineOptions(arguments));
    options
        .include(Decisions.class.getName())
        .addProfiler(GCProfiler.class)
        .forks(1)
        .warmupIterations(20)
        .warmupTime(TimeValue.milliseconds(500))
        .measurementIterations(10)
        .measurementTime(TimeValue.milliseconds(300))
        .shouldFailOnError(true)
        .resultFormat(ResultFormatType.JSON)
        .result("target/benchmarks.json");
    Collection<RunResult> results = new Runner(options.build()).run();
    System.out.println();
    new Table(results).lines().forEach(System.out::println);
  }

  private static boolean agree() throws Exception {
    boolean agree = true;
    for (int rules : RULES) {
      for (int teams : TEAMS) {
        Agreement.Result result = Agreement.of(BenchWorld.ofManyDocuments(rules, teams), QUESTIONS);
        System.out.printf(
            "%,d rules, %d teams: %d questions, %d allowed, %d answered differently%n",
            rules, teams, result.questions(), result.allowed(), result.differences().size());
        result.differences().stream().limit(5).forEach(System.out::println);
        agree &= result.differences().isEmpty();
      }
    }
    return agree;
  }
}
