package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Okta stops at a hundred groups, and the rest counted as lost. */
@OnBothDatabases
class P19HundredGroupsTest {

  private final Company company;

  P19HundredGroupsTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  private static String[] groups(int from, int count) {
    return IntStream.range(from, from + count).mapToObj(i -> "g" + i).toArray(String[]::new);
  }

  @Test
  void aClaimOfExactlyAHundredAddsAndTakesNothingAway() {
    company.signsIn("ann", -20, "old");
    Reply cut = company.signsIn("ann", -10, groups(0, 100));
    assertThat(cut.at("/signIn/claim")).isEqualTo("HELD");
    assertThat(cut.json().at("/signIn/warnings")).hasSize(1);
    assertThat(company.teamsOf("ann@acme.example")).hasSize(101).contains("old", "g99");
    Reply whole = company.signsIn("ann", -5, groups(0, 99));
    assertThat(whole.at("/signIn/claim")).isEqualTo("PRESENT");
    assertThat(company.teamsOf("ann@acme.example")).hasSize(99).doesNotContain("old", "g99");
  }
}
