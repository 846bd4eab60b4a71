package dev.portcullis;

import dev.portcullis.access.ActionStrictness;
import dev.portcullis.api.ApiRate;
import dev.portcullis.audit.RecordLifetimes;
import dev.portcullis.connection.ConnectionBounds;
import dev.portcullis.organization.FirstStart;
import dev.portcullis.organization.KeySchedule;
import dev.portcullis.organization.MasterKey;
import dev.portcullis.organization.PublicAddresses;
import dev.portcullis.organization.SecretHashes;
import dev.portcullis.scim.RequestRate;
import dev.portcullis.signin.IssuerBounds;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** Hands the settings to the rooms that they concern. */
@Configuration
@EnableResilientMethods
class Wiring {

  /** Counts microseconds, as the databases do: what is answered is what will be read again. */
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
  }

  @Bean
  MasterKey masterKey(Settings settings, @Value("${spring.datasource.url}") String database) {
    return MasterKeys.of(settings, database);
  }

  @Bean
  SecretHashes secretHashes() {
    return new SecretHashes(Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8());
  }

  @Bean
  PublicAddresses publicAddresses(Settings settings, @Value("${server.port}") int port) {
    return settings.addresses(port);
  }

  @Bean
  ConnectionBounds connectionBounds(Settings settings) {
    return new ConnectionBounds(settings.insecureIssuers());
  }

  @Bean
  RequestRate requestRate(Settings settings) {
    return settings.requestRate();
  }

  @Bean
  ApiRate apiRate(Settings settings) {
    return settings.apiRequestRate();
  }

  @Bean
  KeySchedule keySchedule(Settings settings) {
    return settings.keySchedule();
  }

  @Bean
  ActionStrictness actionStrictness(Settings settings) {
    return new ActionStrictness(settings.strictActions());
  }

  @Bean
  IssuerBounds issuerBounds(Settings settings) {
    return new IssuerBounds(settings.insecureIssuers());
  }

  @Bean
  RecordLifetimes recordLifetimes(Settings settings) {
    return settings.recordLifetimes();
  }

  /** Sees to the first organization and its operator before the server calls itself ready. */
  @Bean
  ApplicationRunner operatorOf(FirstStart firstStart, Settings settings) {
    return _ ->
        firstStart
            .run(settings.firstRegion(), settings.operator())
            .ifPresent(OperatorNotice::print);
  }
}
