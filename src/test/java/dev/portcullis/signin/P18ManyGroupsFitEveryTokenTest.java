package dev.portcullis.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many groups somebody is in, what they are signed in with stays as small as it was. */
@OnBothDatabases
class P18ManyGroupsFitEveryTokenTest {

  private static final int GROUPS = 1_000;

  private final OpenIdProvider provider = new OpenIdProvider();
  private final SignedInWorld world;

  P18ManyGroupsFitEveryTokenTest(TestDatabase database) {
    this.world = new SignedInWorld(database, provider.issuer(), "");
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  private String signedInWith(String subject, int groups) {
    List<String> names =
        IntStream.range(0, groups).mapToObj(i -> "a group as directories name them " + i).toList();
    Reply reply =
        world
            .tenant
            .admin()
            .post(
                "/v1/connections/okta/sign-ins",
                "{\"idToken\":\"%s\"}".formatted(provider.token(subject, Map.of("groups", names))));
    SignedInWorld.require(reply, 200);
    return reply.at("/signIn/user/id");
  }

  @Test
  void tokensHoldNoGroups() {
    String few = world.token(world.signedIn(signedInWith("00u-few", 1)));
    String many = world.token(world.signedIn(signedInWith("00u-many", GROUPS)));
    assertThat(many).hasSameSizeAs(few);
    // A cookie has 4096 bytes, and some proxies' heads have no more.
    assertThat(many.length()).isLessThan(1024);
  }

  @Test
  void theyAreThereAllTheSame() {
    String user = signedInWith("00u-many", GROUPS);
    HttpCaller person = world.caller(world.signedIn(user));
    Reply reply = person.get("/v1/users/" + user);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    assertThat(reply.json().at("/user/teams")).hasSize(GROUPS);
  }
}
