package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two sign-ins at a time made two users, or an error. */
@OnBothDatabases
class P05RacesAtSignInTest {

  private final Company company;

  P05RacesAtSignInTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  @Test
  void manySignInsOfOnePersonAtATimeMakeOneUserWithTheNewestGroups() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> running =
          IntStream.range(0, 8)
              .mapToObj(i -> threads.submit(() -> company.signsIn("ann", i - 20, "group-" + i)))
              .toList();
      for (Future<Reply> one : running) {
        assertThat(one.get().status()).as(one.get().text()).isEqualTo(200);
      }
    }
    assertThat(company.scim().get("/Users").json().at("/totalResults").asInt()).isEqualTo(1);
    assertThat(company.teamsOf("ann@acme.example")).containsExactly("group-7");
  }
}
