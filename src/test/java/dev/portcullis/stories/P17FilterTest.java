package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Filters matched half a name, had no exception, or left excluded groups behind. */
@OnBothDatabases
class P17FilterTest {

  private final Company company;

  P17FilterTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  private void filter(String json) {
    Reply changed = company.admin().patch("/v1/connections/okta", "{\"groupFilter\":" + json + "}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
  }

  @Test
  void theWholeNameIsMatched() {
    filter("{\"type\":\"MATCHES_REGEX\",\"value\":\"(team|squad)-[a-z]+\"}");
    company.signsIn("ann", 0, "team-a", "squad-b", "x-team-a", "team-a-evil!", "team-A");
    assertThat(company.teamsOf("ann@acme.example")).containsExactlyInAnyOrder("team-a", "squad-b");
  }

  @Test
  void whatAnExceptionExcludesIsLostAtOnce() {
    company.signsIn("ann", 0, "team-a", "team-secret");
    filter(
        "{\"type\":\"STARTS_WITH\",\"value\":\"team-\",\"except\":{\"type\":\"EQUALS\",\"value\":\"team-secret\"}}");
    assertThat(company.teamsOf("ann@acme.example")).containsExactly("team-a");
  }
}
