package dev.portcullis.organization;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets signing keys follow their schedule, on every node; whichever comes first does it. */
@Component
class SigningKeyUpkeep implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(SigningKeyUpkeep.class);
  private static final long MINUTES_BETWEEN = 10;

  private final SigningKeyRotation rotation;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("signing-keys").factory());
  private volatile boolean running;

  SigningKeyUpkeep(SigningKeyRotation rotation) {
    this.rotation = rotation;
  }

  @Override
  public void start() {
    running = true;
    var unused = timer.scheduleWithFixedDelay(this::follow, 0, MINUTES_BETWEEN, TimeUnit.MINUTES);
  }

  private void follow() {
    try {
      rotation.followSchedule();
    } catch (RuntimeException e) {
      // Such as a database that cannot be reached: the key that signs goes on doing so.
      LOG.warn("the schedule of the signing keys could not be followed, and will be later", e);
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
