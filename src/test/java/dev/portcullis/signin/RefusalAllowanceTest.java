package dev.portcullis.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalAllowanceTest {

  private final RefusalAllowance allowance = new RefusalAllowance();

  private long taken(UUID connection, int refusals) {
    return IntStream.range(0, refusals).filter(_ -> allowance.take(connection)).count();
  }

  @Test
  void aFloodIsTakenDownInPartAndDisturbsNoOtherConnection() {
    // One more trickles in every half second.
    assertThat(taken(UUID.randomUUID(), 10 * RefusalAllowance.PER_MINUTE))
        .isBetween((long) RefusalAllowance.PER_MINUTE, 2L * RefusalAllowance.PER_MINUTE);
    assertThat(taken(UUID.randomUUID(), 10)).isEqualTo(10);
  }
}
