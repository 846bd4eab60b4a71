package dev.portcullis.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * SCIM tokens are replaced without a moment in which none works, so that no deactivation is missed;
 * an expired or ended one works no more.
 */
@OnBothDatabases
class P22TokensRotateWithoutAGapTest {

  private static final String TOKENS = "/v1/connections/okta/scim-tokens";

  private final SignedInWorld world;

  P22TokensRotateWithoutAGapTest(TestDatabase database) {
    this.world = new SignedInWorld(database);
  }

  private HttpCaller with(Reply minted) {
    return world
        .server
        .anybody()
        .with("Content-Type", "application/scim+json")
        .with("Authorization", "Bearer " + minted.at("/scimToken/token"));
  }

  private Reply deactivated(HttpCaller scim, String user) {
    return scim.patch(
        "/scim/v2/Users/" + user,
        """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
         "Operations":[{"op":"replace","value":{"active":false}}]}
        """);
  }

  @Test
  void theNewOneWorksBeforeTheOldOneEnds() {
    String oldId = world.tenant.admin().get(TOKENS).at("/scimTokens/0/id");
    OpenSession ada = world.signedIn(world.pushed("ada"));
    OpenSession grace = world.signedIn(world.pushed("grace"));
    HttpCaller renewed = with(world.tenant.admin().post(TOKENS, "{}"));

    assertThat(deactivated(world.okta.scim(), ada.userId().toString()).status()).isEqualTo(200);
    assertThat(world.stands(ada)).as("by the old token, while both live").isFalse();
    assertThat(world.tenant.admin().delete(TOKENS + "/" + oldId).status()).isEqualTo(200);
    assertThat(deactivated(world.okta.scim(), grace.userId().toString()).status()).isEqualTo(401);
    assertThat(world.stands(grace)).isTrue();
    assertThat(deactivated(renewed, grace.userId().toString()).status()).isEqualTo(200);
    assertThat(world.stands(grace)).as("by the new token").isFalse();
  }

  @Test
  void anExpiredOneIsRefused() {
    Reply minted =
        world
            .tenant
            .admin()
            .post(
                TOKENS,
                "{\"expiresAt\":\"%s\"}".formatted(Instant.now().plusSeconds(3600).toString()));
    HttpCaller scim = with(minted);
    assertThat(scim.get("/scim/v2/Users").status()).isEqualTo(200);
    world
        .server
        .bean(JdbcClient.class)
        .sql(
            """
            update scim_tokens set expires_at = expires_at - interval '2' hour
            where organization_id = ? and scim_token_id = cast(? as uuid)
            """)
        .params(world.organizationId(), minted.at("/scimToken/id"))
        .update();
    assertThat(scim.get("/scim/v2/Users").status()).isEqualTo(401);
  }
}
