package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Allowances;
import dev.portcullis.organization.Caller;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** An allowance for each organization and each service account, told in seconds from now. */
class ApiLimitsTest {

  private static final UUID ACME = UUID.randomUUID();
  private static final Caller APP = caller(new Actor.Client("app", false));

  private final Ticks ticks = new Ticks();
  private final ApiLimits limits = new ApiLimits(new ApiRate(2), ticks);

  private static final class Ticks implements TimeMeter {

    private long nanos;

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }

    void pass(Duration time) {
      nanos += time.toNanos();
    }
  }

  private static Caller caller(Actor actor) {
    return new Caller(ACME, actor, "trace");
  }

  private MockHttpServletResponse counted(Caller caller) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    limits.count(caller, response);
    return response;
  }

  @Test
  void theHeadersSayHowManyRemainAndInHowManySecondsAllDo() {
    MockHttpServletResponse first = counted(APP);
    assertThat(first.getHeader("x-ratelimit-limit")).isEqualTo("4");
    assertThat(first.getHeader("x-ratelimit-period")).isEqualTo("2");
    assertThat(first.getHeader("x-ratelimit-remaining")).isEqualTo("3");
    assertThat(first.getHeader("x-ratelimit-reset")).isEqualTo("1");
    for (int i = 0; i < 3; i++) {
      counted(APP);
    }
    RequestFault refused = catchThrowableOfType(RequestFault.class, () -> counted(APP));
    assertThat(refused.error().status()).isEqualTo(429);
    assertThat(refused.error().details().get("retryAfter")).isEqualTo(1L);
    ticks.pass(Duration.ofSeconds(1));
    assertThat(counted(APP).getHeader("x-ratelimit-remaining")).isEqualTo("1");
  }

  @Test
  void aServiceAccountHasAnAllowanceOfItsOwn() {
    for (int i = 0; i < 4; i++) {
      counted(APP);
    }
    UUID bot = UUID.randomUUID();
    Caller own = caller(new Actor.Person(bot, Actor.Person.NO_CONNECTION, 0));
    assertThat(counted(own).getHeader("x-ratelimit-remaining")).isEqualTo("3");
  }

  @Test
  void withoutALimitNothingIsSaid() {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new ApiLimits(new ApiRate(0)).count(APP, response);
    assertThat(response.getHeaderNames()).isEmpty();
  }

  @Test
  void whatIsIdleIsForgotten() {
    counted(APP);
    ticks.pass(Allowances.IDLE);
    counted(caller(new Actor.Person(UUID.randomUUID(), Actor.Person.NO_CONNECTION, 0)));
    assertThat(limits.kept()).isEqualTo(1);
  }
}
