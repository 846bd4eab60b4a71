package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.directory.History.Token;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The pure functions behind memberships, held against the page of rules. */
class PureEvidencePropertyTest {

  private static final int HISTORIES = Integer.getInteger("portcullis.histories", 10_000);

  @Test
  void thePureFunctionsSayWhatTheRulesSayWheneverSignInsCome() {
    int belonging = 0;
    for (long seed = 1; seed <= HISTORIES; seed++) {
      Histories histories = new Histories(seed);
      History history = histories.next(14, 8);
      History otherwise = histories.delivered(history);
      Set<String> expected = EvidenceOracle.memberships(history);
      assertThat(PureDirectory.memberships(history))
          .as("seed %d%n%s", seed, history)
          .isEqualTo(expected);
      assertThat(PureDirectory.memberships(otherwise))
          .as("seed %d, other deliveries%n%s", seed, otherwise)
          .isEqualTo(EvidenceOracle.memberships(otherwise));
      if (history.tokens().stream().noneMatch(Token::ahead)) {
        assertThat(EvidenceOracle.memberships(otherwise)).as("seed %d", seed).isEqualTo(expected);
      }
      belonging += expected.size();
    }
    assertThat(belonging).as("histories that end in something").isGreaterThan(HISTORIES);
  }
}
