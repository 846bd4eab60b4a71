package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Memberships are a function of SCIM's words in their order, the filter, and the accepted claims:
 * whenever sign-ins come, however often and in which order, the view in SQL says what an oracle
 * reads off the page of rules. {@link PureEvidencePropertyTest} shows the same of the pure
 * functions, over many more histories.
 */
@OnBothDatabases
class EvidencePropertyTest {

  private static final int HISTORIES = Integer.getInteger("portcullis.stored-histories", 150);
  private static final int STEPS = 8;
  private static final int TOKENS = 4;

  private final TestDatabase database;

  EvidencePropertyTest(TestDatabase database) {
    this.database = database;
  }

  /** Each history twice, with its tokens coming at other times. */
  @Test
  void theViewSaysWhatTheRulesSayWheneverSignInsCome() {
    DirectoryWorld world = DirectoryWorld.on(database);
    for (long seed = 1; seed <= HISTORIES; seed++) {
      Histories histories = new Histories(seed);
      History history = histories.next(STEPS, TOKENS);
      History otherwise = histories.delivered(history);
      for (History one : new History[] {history, otherwise}) {
        // In one transaction, for waiting for the disk after every step is most of the time.
        assertThat(
                world.directory.together(() -> StoredDirectory.memberships(world.neighbour(), one)))
            .as("seed %d%n%s", seed, one)
            .isEqualTo(EvidenceOracle.memberships(one));
      }
    }
  }
}
