package dev.portcullis;

import dev.portcullis.audit.AuditChain;
import dev.portcullis.audit.RecordClearing;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * What the server does by itself, on every node. Sealing rests between two looks and waits for
 * nothing else; clearing, which may take long, runs beside it.
 */
@Configuration
@EnableScheduling
class Upkeep implements SchedulingConfigurer {

  private static final Duration CLEARING = Duration.ofHours(1);

  private final Settings settings;
  private final AuditChain chain;
  private final RecordClearing clearing;

  Upkeep(Settings settings, AuditChain chain, RecordClearing clearing) {
    this.settings = settings;
    this.chain = chain;
    this.clearing = clearing;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    settings
        .sealEvery()
        .ifPresent(rest -> tasks.addFixedDelayTask(new FixedDelayTask(chain::sealAll, rest, rest)));
    // The first time after an hour, so that a start is not slowed by it.
    tasks.addFixedRateTask(new FixedRateTask(clearing::clear, CLEARING, CLEARING));
  }
}
