package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every sync removed and added everybody, with a mail for each. */
@OnBothDatabases
class P24ChurnTest {

  private final Company company;

  P24ChurnTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void whatIsSaidAgainChangesNothing() {
    String ann = company.pushes("ann");
    String group = company.pushesGroup("eng", ann);
    String version = company.scim().get("/Groups/" + group).at("/meta/version");
    company.adds(group, ann);
    company.replaces(group, ann);
    company.renames(group, "eng");
    assertThat(company.scim().get("/Groups/" + group).at("/meta/version")).isEqualTo(version);

    String token = company.token("ann", 0, Map.of("groups", List.of("eng", "ops")));
    company.hands(token);
    Reply again = company.hands(token);
    assertThat(again.json().at("/signIn/teams/added")).isEmpty();
    assertThat(again.json().at("/signIn/teams/removed")).isEmpty();
  }
}
