package dev.portcullis.bench;

import java.util.ArrayList;
import java.util.List;

/** Whether the engines answer alike; a comparison of speed means nothing where they do not. */
final class Agreement {

  /** What a world was asked, how often the answer was yes, and which answers differ. */
  record Result(int questions, int allowed, List<String> differences) {}

  private Agreement() {}

  /** Asks three engines; explaining must answer as deciding does. */
  static Result of(BenchWorld world, int most) throws Exception {
    PortcullisDecider ours = new PortcullisDecider(world);
    Decider casbin = new CasbinDecider(world);
    Decider cedar = new CedarDecider(world);
    List<String> differences = new ArrayList<>();
    int allowed = 0;
    int asked = Math.min(most, world.questions().size());
    for (int question = 0; question < asked; question++) {
      boolean answer = ours.allows(question);
      allowed += answer ? 1 : 0;
      boolean alike =
          answer == casbin.allows(question)
              && answer == cedar.allows(question)
              && answer == ours.explain(question).isAllowed();
      if (!alike) {
        differences.add(
            "ours %s, jCasbin %s, cedar %s, explained %s: %s"
                .formatted(
                    answer,
                    casbin.allows(question),
                    cedar.allows(question),
                    ours.explain(question).isAllowed(),
                    world.questions().get(question)));
      }
    }
    return new Result(asked, allowed, differences);
  }
}
