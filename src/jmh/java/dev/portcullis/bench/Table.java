package dev.portcullis.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured, with the ratios that matter. Each time is what a thread spent on a processor
 * in the best iteration: what else a machine does only ever makes a decision slower.
 */
final class Table {

  private record Cost(double nanoseconds, double bytes) {}

  private record World(int rules, int teams) implements Comparable<World> {
    @Override
    public int compareTo(World other) {
      return rules == other.rules
          ? Integer.compare(teams, other.teams)
          : Integer.compare(rules, other.rules);
    }
  }

  private static final Cost UNKNOWN = new Cost(Double.NaN, Double.NaN);

  private final Map<World, Map<String, Cost>> costs = new TreeMap<>();

  Table(Collection<RunResult> results) {
    for (RunResult result : results) {
      World world =
          new World(
              Integer.parseInt(result.getParams().getParam("rules")),
              Integer.parseInt(result.getParams().getParam("teams")));
      String name = result.getParams().getBenchmark();
      costs
          .computeIfAbsent(world, _ -> new TreeMap<>())
          .put(name.substring(name.lastIndexOf('.') + 1), cost(result));
    }
  }

  private static Cost cost(RunResult result) {
    double best =
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(Table::onProcessor)
            .min()
            .orElse(Double.NaN);
    return new Cost(best, score(result.getSecondaryResults(), "gc.alloc.rate.norm"));
  }

  private static double onProcessor(IterationResult iteration) {
    Map<String, Result> counters = iteration.getSecondaryResults();
    return score(counters, "nanoseconds") / score(counters, "decisions");
  }

  private static double score(Map<String, Result> counters, String name) {
    return Objects.requireNonNull(counters.get(name), name).getScore();
  }

  /** The table in Markdown, as it stands in docs/benchmarks.md. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| rules | teams | `HashMap.get` | decide | decisions/s | B | explain | B |"
            + " one document | jCasbin | B | cedar-java | B |"
            + " decide/get | explain/get | jCasbin/decide | cedar/decide |");
    lines.add("|" + "--:|".repeat(17));
    costs.forEach((world, measured) -> lines.add(line(world, measured)));
    return lines;
  }

  private static String line(World world, Map<String, Cost> measured) {
    Cost get = measured.getOrDefault("hashMapGet", UNKNOWN);
    Cost decide = measured.getOrDefault("decide", UNKNOWN);
    Cost explain = measured.getOrDefault("explain", UNKNOWN);
    Cost one = measured.getOrDefault("decideInOneDocument", UNKNOWN);
    Cost casbin = measured.getOrDefault("jCasbin", UNKNOWN);
    Cost cedar = measured.getOrDefault("cedar", UNKNOWN);
    return String.format(
        Locale.ROOT,
        "| %,d | %d | %s | %s | %,.0f | %.0f | %s | %.0f | %s | %s | %,.0f | %s | %,.0f"
            + " | %.1f | %.1f | %,.0f | %,.0f |",
        world.rules(),
        world.teams(),
        time(get),
        time(decide),
        1e9 / decide.nanoseconds(),
        decide.bytes(),
        time(explain),
        explain.bytes(),
        time(one),
        time(casbin),
        casbin.bytes(),
        time(cedar),
        cedar.bytes(),
        decide.nanoseconds() / get.nanoseconds(),
        explain.nanoseconds() / get.nanoseconds(),
        casbin.nanoseconds() / decide.nanoseconds(),
        cedar.nanoseconds() / decide.nanoseconds());
  }

  private static String time(Cost cost) {
    return cost.nanoseconds() < 10_000
        ? String.format(Locale.ROOT, "%.1f ns", cost.nanoseconds())
        : String.format(Locale.ROOT, "%,.0f µs", cost.nanoseconds() / 1_000);
  }
}
