package dev.portcullis.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import dev.portcullis.testing.Visitor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Codes in the hands of somebody else than the application that asked for them. */
@OnBothDatabases
class StolenCodesTest {

  private static final String VERIFIER = "v".repeat(43);

  private final HostileWorld world;

  StolenCodesTest(TestDatabase database) {
    world = new HostileWorld(database);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String code() {
    Visitor visitor = world.visitor();
    Map<String, String> asked = world.asked(world.connection());
    asked.put("response_type", "code");
    asked.put("code_challenge", CodeDesk.s256(VERIFIER));
    asked.put("code_challenge_method", "S256");
    Reply sent = visitor.get("/authorize?" + CodeDesk.form(asked));
    Reply back = visitor.get(HostileWorld.followed(sent.header("Location")));
    assertThat(back.header("Location")).startsWith(HostileWorld.PORTAL + "?code=");
    return String.valueOf(Visitor.parameters(back).get("code"));
  }

  private Map<String, String> redemption(String code) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", world.clientId());
    form.put("redirect_uri", HostileWorld.PORTAL);
    form.put("code", code);
    form.put("code_verifier", VERIFIER);
    return form;
  }

  private Reply redeem(Map<String, String> form) {
    return world
        .server()
        .anybody()
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post("/oauth/token", CodeDesk.form(form));
  }

  /** What a thief sends instead. */
  private record Theft(
      String what, Consumer<Map<String, String>> change, int status, String error) {}

  private Stream<Theft> thefts() {
    return Stream.of(
        theft("another verifier", "code_verifier", "w".repeat(43), "invalid_grant"),
        theft(
            "the challenge as verifier", "code_verifier", CodeDesk.s256(VERIFIER), "invalid_grant"),
        theft("a verifier that is too short", "code_verifier", "v".repeat(42), "invalid_grant"),
        theft("no verifier", "code_verifier", "", "invalid_request"),
        theft("another address", "redirect_uri", "https://portal.example/cb/", "invalid_grant"),
        theft("no address", "redirect_uri", "", "invalid_request"),
        theft("another code", "code", "x".repeat(43), "invalid_grant"),
        theft("no code", "code", "", "invalid_request"),
        theft("another grant", "grant_type", "refresh_token", "unsupported_grant_type"),
        theft("a password", "grant_type", "password", "unsupported_grant_type"),
        theft("client credentials", "grant_type", "client_credentials", "unsupported_grant_type"),
        theft("no grant", "grant_type", "", "invalid_request"),
        new Theft("an unknown client", f -> f.put("client_id", "unknown"), 401, "invalid_client"),
        new Theft(
            "another application", f -> f.put("client_id", otherClient()), 400, "invalid_grant"));
  }

  private static Theft theft(String what, String field, String value, String error) {
    return new Theft(what, form -> form.put(field, value), 400, error);
  }

  private String otherClient() {
    return world
        .admin()
        .post(
            "/v1/applications",
            "{\"name\":\"Other\",\"region\":\"eu\",\"redirectUris\":[\""
                + HostileWorld.PORTAL
                + "\"]}")
        .at("/application/clientId");
  }

  @TestFactory
  Stream<DynamicTest> aThiefGetsNothingAndTheApplicationItsToken() {
    return thefts()
        .map(theft ->
            DynamicTest.dynamicTest(
                theft.error() + ": " + theft.what(),
                () -> {
                  String code = code();
                  Map<String, String> form = redemption(code);
                  theft.change().accept(form);
                  Reply refused = redeem(form);
                  assertThat(refused.status()).as(refused.text()).isEqualTo(theft.status());
                  assertThat(refused.at("/error")).isEqualTo(theft.error());
                  assertThat(refused.text()).doesNotContain(code);
                  assertThat(redeem(redemption(code)).status()).isEqualTo(200);
                }));
  }

  @Test
  void aCodeThatComesTwiceEndsWhatItGave() {
    String code = code();
    Reply token = redeem(redemption(code));
    var person =
        world.server().anybody().with("Authorization", "Bearer " + token.at("/access_token"));
    assertThat(person.get("/scim/v2/Me").status()).isEqualTo(200);
    assertThat(redeem(redemption(code)).at("/error")).isEqualTo("invalid_grant");
    assertThat(person.get("/scim/v2/Me").status()).isEqualTo(401);
  }

  @Test
  void aCodeOfSomebodyDeactivatedSinceIsWorthNothing() {
    String code = code();
    String id = world.connection().scim().get("/scim/v2/Users").at("/Resources/0/id");
    Reply gone =
        world
            .connection()
            .scim()
            .patch(
                "/scim/v2/Users/" + id,
                """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
                 "Operations":[{"op":"replace","value":{"active":false}}]}
                """);
    assertThat(gone.status()).as(gone.text()).isEqualTo(200);
    assertThat(redeem(redemption(code)).at("/error")).isEqualTo("invalid_grant");
  }

  @Test
  void aCodeInAnAddressOrInJsonIsNotTaken() {
    String code = code();
    String form = CodeDesk.form(redemption(code));
    var anybody = world.server().anybody();
    assertThat(anybody.post("/oauth/token?" + form, "").status()).isEqualTo(400);
    assertThat(anybody.post("/oauth/token", HostileProvider.json(redemption(code))).status())
        .isEqualTo(400);
    assertThat(anybody.get("/oauth/token?" + form).status()).isIn(400, 404, 405);
    assertThat(redeem(redemption(code)).status()).isEqualTo(200);
  }
}
