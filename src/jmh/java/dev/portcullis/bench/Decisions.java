package dev.portcullis.bench;

import dev.portcullis.permission.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

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
  public List<String> hashMapGet(Asking asking, Lookup lookup) {
    return lookup.owners.get(lookup.asked[asking.next()]);
  }

  @Benchmark
  public Decision decide(Asking asking, Ours ours) {
    return ours.decider.decide(asking.next());
  }

  @Benchmark
  public Decision explain(Asking asking, Ours ours) {
    return ours.decider.explain(asking.next());
  }

  @Benchmark
  public Decision decideInOneDocument(Asking asking, OursInOneDocument ours) {
    return ours.decider.decide(asking.next());
  }

  @Benchmark
  public boolean jCasbin(Asking asking, Casbin casbin) throws Exception {
    return casbin.decider.allows(asking.next());
  }

  @Benchmark
  public boolean cedar(Asking asking, Cedar cedar) throws Exception {
    return cedar.decider.allows(asking.next());
  }
}
