package dev.portcullis.bench;

import dev.portcullis.permission.Decision;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One decision by each engine, and one look-up in a map for scale. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Decisions {

  /** Goes through the questions of a world, over and over. */
  @State(Scope.Benchmark)
  public static class Asking {

    @Param({"100", "1000", "10000"})
    int rules;

    @Param({"1", "10", "100"})
    int teams;

    private int asked;

    BenchWorld world() {
      return BenchWorld.ofManyDocuments(rules, teams);
    }

    int next() {
      asked = (asked + 1) & 511; // there are 512 questions
      return asked;
    }
  }

  /**
   * What a thread spends on a processor, which other work on the machine does not count for; what
   * collects garbage for it does not either.
   */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class OnProcessor {
    public long nanoseconds;
    public long decisions;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long before;

    @Setup(Level.Iteration)
    public void start() {
      decisions = 0;
      before = threads.getCurrentThreadCpuTime();
    }

    @TearDown(Level.Iteration)
    public void stop() {
      nanoseconds = threads.getCurrentThreadCpuTime() - before;
    }
  }

  @State(Scope.Benchmark)
  public static class Lookup {
    private final Map<String, List<String>> owners = new HashMap<>();
    private String[] asked = {};

    @Setup
    public void fill(Asking asking) {
      BenchWorld world = asking.world();
      for (int entity = 0; entity < 25; entity++) {
        for (BenchRule rule : world.rules()) {
          owners.put(rule.blueprint() + "/entity-" + entity, List.of());
        }
      }
      asked = world.questions().stream().map(BenchQuestion::entity).toArray(String[]::new);
    }
  }

  @State(Scope.Benchmark)
  public static class Ours {
    private PortcullisDecider decider = new PortcullisDecider(new BenchWorld(List.of(), List.of()));

    @Setup
    public void compile(Asking asking) {
      decider = new PortcullisDecider(asking.world());
    }
  }

  @State(Scope.Benchmark)
  public static class OursInOneDocument {
    private PortcullisDecider decider = new PortcullisDecider(new BenchWorld(List.of(), List.of()));

    @Setup
    public void compile(Asking asking) {
      decider = new PortcullisDecider(BenchWorld.ofOneDocument(asking.rules, asking.teams));
    }
  }

  @State(Scope.Benchmark)
  public static class Casbin {
    private Decider decider = _ -> false;

    @Setup
    public void compile(Asking asking) {
      decider = new CasbinDecider(asking.world());
    }
  }

  @State(Scope.Benchmark)
  public static class Cedar {
    private Decider decider = _ -> false;

    @Setup
    public void compile(Asking asking) throws Exception {
      decider = new CedarDecider(asking.world());
    }
  }

  @Benchmark
  public @Nullable List<String> hashMapGet(Asking asking, OnProcessor on, Lookup lookup) {
    on.decisions++;
    return lookup.owners.get(lookup.asked[asking.next()]);
  }

  @Benchmark
  public Decision decide(Asking asking, OnProcessor on, Ours ours) {
    on.decisions++;
    return ours.decider.decide(asking.next());
  }

  @Benchmark
  public Decision explain(Asking asking, OnProcessor on, Ours ours) {
    on.decisions++;
    return ours.decider.explain(asking.next());
  }

  @Benchmark
  public Decision decideInOneDocument(Asking asking, OnProcessor on, OursInOneDocument ours) {
    on.decisions++;
    return ours.decider.decide(asking.next());
  }

  @Benchmark
  public boolean jCasbin(Asking asking, OnProcessor on, Casbin casbin) throws Exception {
    on.decisions++;
    return casbin.decider.allows(asking.next());
  }

  @Benchmark
  public boolean cedar(Asking asking, OnProcessor on, Cedar cedar) throws Exception {
    on.decisions++;
    return cedar.decider.allows(asking.next());
  }
}
