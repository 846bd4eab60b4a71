package dev.portcullis.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A deactivated user is refused on every path, whatever the provider says. */
class P06DeactivatedUserIsOutOfTheBrowserTest {

  private final Stage stage = new Stage(TestDatabase.POSTGRESQL);

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void everyPathIsClosedAtOnce() {
    stage.provider().knows("ann", "team-a");
    Page code = stage.browser();
    Page token = stage.browser();
    Page tile = stage.browser();
    assertThat(stage.signInAtPortal(code, "code", "ann")).isEqualTo("signed in by code");
    assertThat(stage.signInAtPortal(token, "token", "ann")).isEqualTo("signed in by token");
    tile.navigate(stage.tile("ann"));
    HttpCaller byCode = stage.bearer(code.locator("#token").textContent());
    HttpCaller byToken = stage.bearer(token.locator("#token").textContent());
    assertThat(byCode.get("/scim/v2/Me").status()).isEqualTo(200);
    assertThat(decision()).isEqualTo("true");

    stage.deactivate("ann");

    assertThat(byCode.get("/scim/v2/Me").status()).isEqualTo(401);
    assertThat(byToken.get("/scim/v2/Me").status()).isEqualTo(401);
    assertThat(byToken.post("/access/v1/evaluation", "{}").status()).isEqualTo(401);
    assertThat(decision()).isEqualTo("false");
    for (Page page : new Page[] {code, token, tile}) {
      assertThat(status(page, stage.base() + "/")).isEqualTo(401);
    }
    assertThat(status(tile, stage.tile("ann"))).isEqualTo(403);
    assertThat(tile.innerText("main")).contains("user_deactivated");
    String refused = "access_denied user_deactivated";
    assertThat(stage.signInAtPortal(code, "code", "ann")).startsWith(refused);
    assertThat(stage.signInAtPortal(token, "token", "ann")).startsWith(refused);
    assertThat(stage.signInAtPortal(stage.browser(), "code", "ann")).startsWith(refused);
  }

  @Test
  void whatEndedStaysEndedWhenThePersonComesBack() {
    stage.provider().knows("ann", "team-a");
    Page page = stage.browser();
    stage.signInAtPortal(page, "code", "ann");
    HttpCaller before = stage.bearer(page.locator("#token").textContent());
    stage.deactivate("ann");
    Reply back =
        stage
            .connection()
            .scim()
            .patch(
                "/scim/v2/Users/" + stage.userId("ann"),
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations":[{"op":"replace","value":{"active":true}}]}
                """);
    assertThat(back.status()).as(back.text()).isIn(200, 204);
    assertThat(before.get("/scim/v2/Me").status()).isEqualTo(401);
    assertThat(status(page, stage.base() + "/")).isEqualTo(401);
    assertThat(stage.signInAtPortal(page, "code", "ann")).isEqualTo("signed in by code");
  }

  /** Whether the person may read their own teams' entities; everybody who is active may. */
  private String decision() {
    stage
        .admin()
        .post(
            "/v1/blueprints",
            "{\"identifier\":\"service\",\"title\":\"Service\",\"schema\":{\"properties\":{}}}");
    return stage
        .admin()
        .post(
            "/access/v1/evaluation",
            """
            {"subject":{"type":"user","id":"ann@acme.example"},"action":{"name":"read"},
             "resource":{"type":"service","id":"checkout"}}
            """)
        .at("/decision");
  }

  private static int status(Page page, String address) {
    Response response = page.navigate(address);
    return response == null ? 0 : response.status();
  }
}
