package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever came back was blocked by their own inactive record. */
@OnBothDatabases
class P07RehireTest {

  private final Company company;

  P07RehireTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void aPushOfALeaverRestoresThemWithoutWhatTheyHad() {
    String ann = company.pushes("ann");
    company.pushesGroup("eng", ann);
    company.signsIn("ann", -10, "ops");
    company.setActive(ann, false);
    assertThat(company.signsIn("ann", 0, "ops").status()).isEqualTo(403);

    Reply again = company.scim().post("/Users", Company.userBody("ann"));
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.at("/id")).isEqualTo(ann);
    assertThat(company.teamsOf(ann)).isEmpty();
    assertThat(company.signsIn("ann", -1, "ops").at("/signIn/claim"))
        .as("issued before the return")
        .isEqualTo("STALE");
    company.signsIn("ann", 3, "ops");
    assertThat(company.teamsOf(ann)).containsExactly("ops");
  }

  @Test
  void reactivationKeepsWhatTheyHad() {
    String ann = company.pushes("ann");
    company.pushesGroup("eng", ann);
    company.setActive(ann, false);
    company.setActive(ann, true);
    assertThat(company.teamsOf(ann)).containsExactly("eng");
  }

  @Test
  void aTokenFromAClockAheadOfOursDoesNotOutliveADeletion() {
    String ann = company.pushes("ann");
    String token = company.token("ann", 30, Map.of("groups", List.of("ops")));
    assertThat(company.hands(token).status()).isEqualTo(200);
    assertThat(company.scim().delete("/Users/" + ann).status()).isEqualTo(204);
    String again = company.pushes("ann");
    assertThat(company.hands(token).at("/signIn/claim")).isEqualTo("STALE");
    assertThat(company.teamsOf(again)).isEmpty();
  }
}
