package dev.portcullis.hostile;

import static dev.portcullis.hostile.HostileWorld.IN;
import static dev.portcullis.hostile.HostileWorld.ending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an administrator changes while somebody is at the provider holds when they come back. */
@OnBothDatabases
class MeanwhileTest {

  private final HostileWorld world;
  private final TestConnection connection;

  MeanwhileTest(TestDatabase database) {
    world = new HostileWorld(database);
    connection = world.connection();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String path() {
    return "/v1/connections/" + connection.name();
  }

  private void change(String settings) {
    Reply changed = world.admin().patch(path(), settings);
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
  }

  /** Somebody leaves for the provider, something happens, and they come back. */
  private String endingAfter(Runnable change) {
    Visitor visitor = world.visitor();
    String back = world.atProvider(visitor, connection);
    change.run();
    String ending = ending(visitor.get(back));
    assertThat(visitor.get("/").status()).isEqualTo(401);
    return ending;
  }

  @Test
  void aDisabledConnectionLetsNobodyInWhoIsUnderWay() {
    assertThat(world.signIn(connection)).isEqualTo(IN);
    assertThat(endingAfter(() -> change("{\"enabled\":false}"))).isEqualTo("connection_disabled");
    assertThat(world.signIn(connection)).isEqualTo("connection_disabled");
    change("{\"enabled\":true}");
    assertThat(world.signIn(connection)).isEqualTo(IN);
  }

  @Test
  void aDisabledConnectionEndsWhatItBegan() {
    Visitor visitor = world.visitor();
    Reply in = visitor.get(world.atProvider(visitor, connection));
    String token = String.valueOf(Visitor.parameters(in).get("access_token"));
    var person = world.server().anybody().with("Authorization", "Bearer " + token);
    assertThat(visitor.get("/").status()).isEqualTo(200);
    assertThat(person.get("/scim/v2/Me").status()).isEqualTo(200);
    change("{\"enabled\":false}");
    assertThat(visitor.get("/").status()).isEqualTo(401);
    assertThat(person.get("/scim/v2/Me").status()).isEqualTo(401);
    change("{\"enabled\":true}");
    assertThat(visitor.get("/").status()).as("it is not taken back").isEqualTo(401);
    assertThat(person.get("/scim/v2/Me").status()).isEqualTo(401);
  }

  @Test
  void aDeletedConnectionLetsNobodyIn() {
    assertThat(endingAfter(() -> world.admin().delete(path()))).isEqualTo("not_found");
  }

  @Test
  void anotherIssuerMeansAnotherProvider() {
    try (HostileProvider other = new HostileProvider()) {
      assertThat(endingAfter(() -> change("{\"issuer\":\"" + other.issuer() + "\"}")))
          .isEqualTo("connection_changed");
      assertThat(world.provider().hitsOf(HostileProvider.TOKEN)).isZero();
    }
  }

  @Test
  void anotherClientMeansAnotherApp() {
    assertThat(endingAfter(() -> change("{\"clientId\":\"client-2\"}")))
        .isEqualTo("connection_changed");
  }

  @Test
  void strangersStayOutOnceOnlyScimMakesPeople() {
    assertThat(endingAfter(() -> change("{\"provisioning\":\"scim\"}")))
        .isEqualTo("user_not_provisioned");
    assertThat(world.people()).isZero();
  }

  @Test
  void anAddressThatTheApplicationTookBackIsNotGoneTo() {
    Visitor visitor = world.visitor();
    String back = world.atProvider(visitor, connection);
    Reply taken =
        world
            .admin()
            .patch(
                "/v1/applications/" + world.clientId(),
                "{\"redirectUris\":[\"https://portal.example/new\"]}");
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    Reply page = visitor.get(back);
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("Location")).isEmpty();
    assertThat(ending(page)).isEqualTo("unknown_redirect_uri");
    assertThat(visitor.get("/").status()).isEqualTo(401);
  }

  @Test
  void aSessionThatWasPlantedBeforeIsNotTheOneThatIsSignedIn() {
    Visitor attacker = world.visitor();
    world.provider().desk().subject = "00uattacker";
    assertThat(ending(attacker.get(world.atProvider(attacker, connection)))).isEqualTo(IN);
    Map<String, String> planted = Map.copyOf(attacker.cookies());
    Visitor victim = world.visitor();
    victim.cookies().putAll(planted);
    world.provider().desk().subject = "00uvictim";
    assertThat(ending(victim.get(world.atProvider(victim, connection)))).isEqualTo(IN);
    assertThat(victim.cookies()).isNotEqualTo(planted);
    assertThat(victim.get("/").text()).contains("00uvictim");
    assertThat(attacker.get("/").text()).doesNotContain("00uvictim");
  }

  @Test
  void aSessionIdOfSomebodysOwnMakingIsNotTaken() {
    Visitor victim = world.visitor();
    Map<String, String> before = Map.of("portcullis-session", "MDAwMDAwMDAtMDAwMC0wMDAw");
    victim.cookies().putAll(before);
    assertThat(ending(victim.get(world.atProvider(victim, connection)))).isEqualTo(IN);
    assertThat(victim.cookies().get("portcullis-session"))
        .isNotNull()
        .isNotEqualTo(before.get("portcullis-session"));
  }

  @Test
  void startingAgainAndAgainLeavesNothingWithUs() {
    var sessions = world.server().bean(org.springframework.jdbc.core.simple.JdbcClient.class);
    String count = "select count(*) from browser_sessions";
    int before = sessions.sql(count).query(Integer.class).single();
    for (int i = 0; i < 200; i++) {
      assertThat(world.starts(world.visitor(), connection).header("Location"))
          .startsWith(world.provider().issuer());
    }
    assertThat(sessions.sql(count).query(Integer.class).single()).isEqualTo(before);
    Visitor one = world.visitor();
    for (int i = 0; i < 20; i++) {
      world.starts(one, connection);
    }
    assertThat(one.cookies()).hasSizeLessThanOrEqualTo(5);
    assertThat(ending(one.get(world.atProvider(one, connection)))).isEqualTo(IN);
  }
}
