package dev.portcullis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.portcullis.browser.Chromium;
import dev.portcullis.browser.PortalSite;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody is deactivated while they sign in, in Chromium, at every step and in every way: nobody
 * is ever left signed in.
 */
@OnBothDatabases
class P05BrowserRaceTest {

  /** Where a sign-in is when the deactivation comes; it goes on afterwards. */
  private enum Step {
    BEFORE_THE_START,
    AT_THE_PROVIDER,
    WHILE_THE_CODE_IS_REDEEMED,
    WHILE_USERINFO_IS_ASKED,
    ON_THE_WAY_TO_THE_PORTAL,
    WHEN_THE_PORTAL_REDEEMS,
    WHEN_ALL_IS_DONE
  }

  private enum Way {
    PATCH {
      @Override
      Reply done(HttpCaller scim, String id, String subject) {
        return scim.patch(path(id), patch("false"));
      }
    },
    PATCH_WITH_A_TEXT {
      @Override
      Reply done(HttpCaller scim, String id, String subject) {
        return scim.patch(path(id), patch("\"False\""));
      }
    },
    PUT {
      @Override
      Reply done(HttpCaller scim, String id, String subject) {
        return scim.put(path(id), user(subject, false));
      }
    },
    DELETE {
      @Override
      Reply done(HttpCaller scim, String id, String subject) {
        return scim.delete(path(id));
      }
    };

    abstract Reply done(HttpCaller scim, String id, String subject);

    private static String path(String id) {
      return "/scim/v2/Users/" + id;
    }

    private static String patch(String active) {
      return """
      {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
       "Operations":[{"op":"replace","value":{"active":%s}}]}
      """
          .formatted(active);
    }
  }

  /**
   * One way in which the two can meet.
   *
   * @param awaited whether the sign-in waits for the deactivation, or runs on beside it
   */
  private record Interleaving(Step step, Way way, String responseType, boolean awaited) {}

  private final HostileProvider provider = new HostileProvider();
  private final PortalSite portal = new PortalSite();
  private final Map<String, Runnable> hooks = new ConcurrentHashMap<>();
  private final PortcullisServer server;
  private final TestConnection connection;
  private final String clientId;

  P05BrowserRaceTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    Tenant tenant = server.tenant();
    connection = tenant.connection("okta", provider.issuer(), "");
    clientId =
        tenant
            .admin()
            .post(
                "/v1/applications",
                """
                {"name":"Portal","region":"eu","redirectUris":["%1$s/cb"],"origins":["%1$s"]}
                """
                    .formatted(portal.origin()))
            .at("/application/clientId");
    for (String path :
        List.of(HostileProvider.AUTHORIZE, HostileProvider.TOKEN, HostileProvider.USERINFO)) {
      provider.before(path, () -> hooks.getOrDefault(path, () -> {}).run());
    }
  }

  @AfterEach
  void stop() {
    portal.close();
    provider.close();
  }

  private static List<Interleaving> interleavings() {
    List<Interleaving> all = new ArrayList<>();
    for (Step step : Step.values()) {
      for (String type : List.of("code", "token")) {
        if (type.equals("token") && step == Step.WHEN_THE_PORTAL_REDEEMS) {
          continue;
        }
        Arrays.stream(Way.values())
            .forEach(way -> all.add(new Interleaving(step, way, type, true)));
        all.add(new Interleaving(step, Way.PATCH, type, false));
      }
    }
    return all;
  }

  @Test
  void nobodyIsEverLeftSignedIn() {
    List<Interleaving> all = interleavings();
    assertThat(all).hasSizeGreaterThan(50);
    Map<Step, Integer> letInFirst = new EnumMap<>(Step.class);
    try (BrowserContext profile = Chromium.profile()) {
      for (int i = 0; i < all.size(); i++) {
        if (run(profile, all.get(i), "00u" + i)) {
          letInFirst.merge(all.get(i).step(), 1, Integer::sum);
        }
      }
    }
    // Else the deactivation would not have been in time for anything.
    assertThat(letInFirst).containsKey(Step.WHEN_ALL_IS_DONE);
    assertThat(letInFirst)
        .doesNotContainKeys(Step.BEFORE_THE_START, Step.AT_THE_PROVIDER)
        .hasSizeLessThanOrEqualTo(5);
  }

  /** Answers whether the person had got a token before they were shut out. */
  private boolean run(BrowserContext profile, Interleaving interleaving, String subject) {
    String id = connection.scim().post("/scim/v2/Users", user(subject, true)).at("/id");
    provider.desk().subject = subject;
    List<CompletableFuture<Void>> deactivations = new ArrayList<>();
    Runnable deactivation =
        () -> {
          CompletableFuture<Void> running =
              CompletableFuture.runAsync(() -> deactivate(interleaving.way(), id, subject));
          deactivations.add(running);
          if (interleaving.awaited()) {
            running.join();
          }
        };
    profile.clearCookies();
    hooks.clear();
    portal.beforeReturn(() -> {});
    String token;
    try (Page page = profile.newPage()) {
      arrange(page, interleaving.step(), deactivation);
      page.navigate(
          "%s/?server=%s&response_type=%s&client_id=%s&connection=okta"
              .formatted(portal.origin(), server.base(), interleaving.responseType(), clientId));
      page.locator("button").click();
      page.waitForFunction("document.getElementById('outcome')?.textContent");
      token = page.locator("#token").textContent();
      if (interleaving.step() == Step.WHEN_ALL_IS_DONE) {
        deactivation.run();
      }
    }
    deactivations.forEach(CompletableFuture::join);
    assertThat(deactivations).as("%s", interleaving).hasSize(1);
    assertShutOut(profile, interleaving, token);
    return !token.isEmpty() && interleaving.awaited();
  }

  /** Has the deactivation come when the sign-in is at that step. */
  private void arrange(Page page, Step step, Runnable deactivation) {
    switch (step) {
      case BEFORE_THE_START -> deactivation.run();
      case AT_THE_PROVIDER -> hooks.put(HostileProvider.AUTHORIZE, deactivation);
      case WHILE_THE_CODE_IS_REDEEMED -> hooks.put(HostileProvider.TOKEN, deactivation);
      case WHILE_USERINFO_IS_ASKED -> hooks.put(HostileProvider.USERINFO, deactivation);
      case ON_THE_WAY_TO_THE_PORTAL -> portal.beforeReturn(deactivation);
      case WHEN_THE_PORTAL_REDEEMS ->
          page.route(
              server.base() + "/oauth/token",
              route -> {
                deactivation.run();
                route.resume();
              });
      case WHEN_ALL_IS_DONE -> {}
    }
  }

  private void deactivate(Way way, String id, String subject) {
    Reply done = way.done(connection.scim(), id, subject);
    assertThat(done.status()).as(done.text()).isIn(200, 204);
  }

  private void assertShutOut(BrowserContext profile, Interleaving interleaving, String token) {
    assertThat(profile.request().get(server.base() + "/").status())
        .as("our own page after %s", interleaving)
        .isEqualTo(401);
    if (!token.isEmpty()) {
      HttpCaller person = server.anybody().with("Authorization", "Bearer " + token);
      assertThat(person.get("/scim/v2/Me").status()).as("%s", interleaving).isEqualTo(401);
    }
  }

  private static String user(String subject, boolean active) {
    return """
    {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
     "userName":"%1$s","externalId":"%1$s","active":%2$s}
    """
        .formatted(subject, active);
  }
}
