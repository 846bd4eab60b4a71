package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** A group was pushed before its members were, and they were missing from it. */
@OnBothDatabases
class P27OutOfOrderTest {

  private final Company company;

  P27OutOfOrderTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void whoIsNamedBeforeTheyComeBelongsWhenTheyCome() {
    String group = company.pushesGroup("eng");
    company.adds(group, "00u-ann", "00u-ben");
    company.removes(group, "00u-ben");
    assertThat(company.scim().get("/Groups/" + group).text())
        .contains("00u-ann")
        .doesNotContain("00u-ben");
    assertThat(company.teamsOf(company.pushes("ann"))).containsExactly("eng");
    assertThat(company.teamsOf(company.pushes("ben"))).isEmpty();
  }

  @Test
  void oneStaleIdNeitherBlocksNorShrinksAPush() {
    String ann = company.pushes("ann");
    String ben = company.pushes("ben");
    company.scim().delete("/Users/" + ben);
    String group = company.pushesGroup("eng");
    company.replaces(group, ben, ann);
    assertThat(company.teamsOf(ann)).containsExactly("eng");
  }

  @Test
  void aLateTokenIsNotTheNewest() {
    company.signsIn("ann", -10, "new");
    Reply late = company.signsIn("ann", -20, "old");
    assertThat(late.at("/signIn/claim")).isEqualTo("STALE");
    assertThat(late.at("/signIn/warnings/0")).contains("older").contains("changes nothing");
    assertThat(company.teamsOf("ann@acme.example")).containsExactly("new");
  }
}
