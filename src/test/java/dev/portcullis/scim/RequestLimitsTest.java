package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.connection.ScimCredentials;
import dev.portcullis.organization.Allowances;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestConnection;
import dev.portcullis.testing.TestDatabase;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A connection that floods the server is told when to come back; the others notice nothing. */
@OnBothDatabases
class RequestLimitsTest {

  private static final String TRACE = "0123456789abcdef0123456789abcdef";

  private final PortcullisServer server;
  private final TestConnection okta;
  private final Time time = new Time();
  private final RequestLimits limits = new RequestLimits(new RequestRate(2), time);

  RequestLimitsTest(TestDatabase database) {
    this.server = PortcullisServer.on(database);
    this.okta = ScimTenants.connection(database);
  }

  private static final class Time implements TimeMeter {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

    void passes(Duration duration) {
      nanos.addAndGet(duration.toNanos());
    }

    @Override
    public long currentTimeNanos() {
      return nanos.get();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private MockHttpServletResponse ask(String path) throws Exception {
    ScimTokenFilter filter =
        new ScimTokenFilter(
            server.bean(ScimCredentials.class),
            server.bean(PersonCredentials.class),
            limits,
            server.bean(ScimFaultResponses.class),
            server.bean(ScimActivity.class));
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.setAttribute("dev.portcullis.traceId", TRACE);
    request.addHeader("Authorization", "Bearer " + okta.scimToken());
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(request, response, (_, _) -> {});
    return response;
  }

  private int recorded(int status) {
    Reply activity = okta.tenant().admin().get("/v1/activity?connection=" + okta.name());
    assertThat(activity.status()).as(activity.text()).isEqualTo(200);
    return activity.text().split("\"status\":" + status, -1).length - 1;
  }

  @Test
  void aBurstOfTwiceTheRateIsServedAndThenTheRate() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertThat(ask("/scim/v2/Users").getStatus()).isEqualTo(200);
    }
    MockHttpServletResponse refused = ask("/scim/v2/Users");
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
    assertThat(refused.getContentType()).isEqualTo("application/scim+json");
    assertThat(refused.getContentAsString())
        .contains("urn:ietf:params:scim:api:messages:2.0:Error", "\"429\"", "PORTCULLIS_SCIM_RATE");
    time.passes(Duration.ofSeconds(1));
    assertThat(ask("/scim/v2/Users").getStatus()).isEqualTo(200);
    assertThat(ask("/scim/v2/Users").getStatus()).isEqualTo(200);
    assertThat(ask("/scim/v2/Users").getStatus()).isEqualTo(429);
  }

  @Test
  void aFloodIsInTheActivityLogOnceASecond() throws Exception {
    for (int i = 0; i < 20; i++) {
      ask("/scim/v2/Flood");
    }
    assertThat(recorded(429)).isEqualTo(1);
    time.passes(Duration.ofSeconds(1));
    for (int i = 0; i < 20; i++) {
      ask("/scim/v2/Flood");
    }
    assertThat(recorded(429)).isEqualTo(2);
  }

  @Test
  void connectionsAreCountedApartAndForgottenWhenIdle() {
    UUID first = UUID.randomUUID();
    IntStream.range(0, 4).forEach(_ -> assertThat(limits.count(first)).isEmpty());
    assertThat(limits.count(first)).isPresent();
    IntStream.range(0, 1_000).forEach(_ -> assertThat(limits.count(UUID.randomUUID())).isEmpty());
    assertThat(limits.kept()).isEqualTo(1_001);
    time.passes(Allowances.IDLE);
    assertThat(limits.count(first)).isEmpty();
    assertThat(limits.kept()).isEqualTo(1);
  }

  @Test
  void withoutALimitNothingIsCounted() {
    RequestLimits none = new RequestLimits(new RequestRate(0), time);
    UUID connection = UUID.randomUUID();
    IntStream.range(0, 10_000).forEach(_ -> assertThat(none.count(connection)).isEmpty());
    assertThat(none.kept()).isZero();
  }
}
