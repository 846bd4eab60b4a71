package dev.portcullis.signin.browser;

import static dev.portcullis.signin.browser.SignInWorld.ann;
import static dev.portcullis.signin.browser.SignInWorld.authorize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People sign in through a browser, and end where they wanted to. */
@OnBothDatabases
class SignInFlowTest {

  private final SignInWorld world;

  SignInFlowTest(TestDatabase database) {
    this.world = new SignInWorld(database);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aTileEndsAtTheirTeams() {
    Visitor ann = world.visitor();
    Reply back = world.signsIn(ann, world.tile(), ann("team-a"));
    assertThat(back.status()).as(back.text()).isEqualTo(303);
    assertThat(back.header("Location")).isEqualTo(world.server().base() + "/");
    Reply home = ann.get("/");
    assertThat(home.status()).isEqualTo(200);
    assertThat(home.text()).contains("team-a").contains("Member");
  }

  @Test
  void theDirectUrlEndsAtThePortalWithATokenInTheFragment() {
    Reply back = world.signsIn(world.visitor(), authorize(world.asked()), ann("team-a"));
    assertThat(back.status()).as(back.text()).isEqualTo(303);
    assertThat(back.header("Location")).startsWith(SignInWorld.PORTAL + "#access_token=");
    Map<String, String> answer = Visitor.parameters(back);
    assertThat(answer)
        .containsEntry("token_type", "Bearer")
        .containsEntry("expires_in", "3600")
        .containsEntry("state", "the portal's own");
    Reply me = world.me(answer.getOrDefault("access_token", ""));
    assertThat(me.status()).as(me.text()).isEqualTo(200);
    assertThat(me.at("/userName")).isEqualTo("ann");
  }

  @Test
  void aCodeIsRedeemedForAToken() {
    Reply back = world.signsIn(world.visitor(), authorize(world.askedForCode()), ann("team-a"));
    assertThat(back.status()).as(back.text()).isEqualTo(303);
    assertThat(back.header("Location")).startsWith(SignInWorld.PORTAL + "?code=");
    Reply token = world.redeems(world.redemption(Visitor.parameter(back, "code")));
    assertThat(token.status()).as(token.text()).isEqualTo(200);
    assertThat(token.header("Cache-Control")).contains("no-store");
    assertThat(token.at("/token_type")).isEqualTo("Bearer");
    assertThat(world.me(token.at("/access_token")).at("/userName")).isEqualTo("ann");
  }

  @Test
  void aRegisteredTargetIsWhereATileEnds() {
    world
        .admin()
        .patch(
            "/v1/applications/" + world.clientId(),
            "{\"redirectUris\":[\"%s\",\"https://portal.example/deep?a=b\"]}"
                .formatted(SignInWorld.PORTAL));
    Map<String, String> asked = world.asked();
    asked.put("iss", world.provider().issuer());
    asked.put("target_link_uri", "https://portal.example/deep?a=b");
    assertThat(world.signsIn(world.visitor(), authorize(asked), ann()).header("Location"))
        .startsWith("https://portal.example/deep?a=b#access_token=");
    asked.putAll(world.askedForCode());
    assertThat(world.signsIn(world.visitor(), authorize(asked), ann()).header("Location"))
        .startsWith("https://portal.example/deep?a=b&code=");
  }

  @Test
  void eachSignInIsTakenDownOnce() {
    Reply back = world.signsIn(world.visitor(), world.tile(), ann("team-a"));
    Reply log = world.admin().get("/v1/activity?trace=" + back.header("X-Trace-Id"));
    assertThat(log.json().at("/activity")).hasSize(1);
    assertThat(log.at("/activity/0/method")).isEqualTo("GET");
    assertThat(log.at("/activity/0/target")).isEqualTo("/login/callback");
    assertThat(log.at("/activity/0/status")).isEqualTo("303");
    assertThat(log.at("/activity/0/detail")).isEqualTo("PRESENT");
    Reply record = world.admin().get("/v1/connections/okta/sign-ins");
    assertThat(record.json().at("/signIns")).hasSize(1);
    assertThat(record.at("/signIns/0/outcome")).isEqualTo("accepted");
    assertThat(record.at("/signIns/0/teams/added/names/0")).isEqualTo("team-a");
  }
}
