package dev.portcullis.redirects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** What nobody reads in one way only cannot be registered. */
@OnBothDatabases
class RegistrationTest {

  private static final String PATH = "/v1/applications";

  private final HttpCaller admin;

  RegistrationTest(TestDatabase database) {
    admin = PortcullisServer.on(database).tenant().admin();
  }

  @TestFactory
  Stream<DynamicTest> anAddressIsRegisteredOnlyIfItIsSound() {
    List<RedirectTarget> targets =
        RedirectTarget.all(URI.create("https://portal.example/cb"), "evil.example");
    assertThat(targets).hasSizeGreaterThan(200);
    return targets.stream()
        .map(target ->
            DynamicTest.dynamicTest(
                target.toString(),
                () -> {
                  Reply reply = registered(target);
                  assertThat(reply.status()).as(reply.text()).isEqualTo(target.sound() ? 201 : 422);
                  if (target.sound()) {
                    assertThat(
                            admin.delete(PATH + "/" + reply.at("/application/clientId")).status())
                        .isEqualTo(200);
                  }
                }));
  }

  private Reply registered(RedirectTarget target) {
    Map<String, Object> application =
        Map.of(
            "name", "Portal",
            "region", "eu",
            "redirectUris", List.of(target.text()),
            "loginUri", target.text(),
            "postLogoutRedirectUris", List.of(target.text()));
    return admin.post(PATH, JsonMapper.shared().writeValueAsString(application));
  }
}
