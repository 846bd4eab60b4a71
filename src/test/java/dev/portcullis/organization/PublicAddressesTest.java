package dev.portcullis.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PublicAddressesTest {

  private static final PublicAddresses TWO =
      new PublicAddresses(
          URI.create("https://eu.example"), URI.create("https://us.example:8443/portcullis"));

  @Test
  void aHostIsTheOtherRegionsOrNobodysMistake() {
    assertThat(TWO.isOtherThan(Region.US, "eu.example")).isTrue();
    assertThat(TWO.isOtherThan(Region.US, "EU.example:443")).isTrue();
    assertThat(TWO.isOtherThan(Region.EU, "us.example:8443")).isTrue();
    assertThat(TWO.isOtherThan(Region.EU, "eu.example")).isFalse();
    assertThat(TWO.isOtherThan(Region.EU, "us.example")).isFalse();
    assertThat(TWO.isOtherThan(Region.EU, "10.0.0.7:8080")).isFalse();
  }

  @Test
  void oneAddressForBothIsNeverTheOther() {
    URI both = URI.create("http://localhost:8080");
    assertThat(new PublicAddresses(both, both).isOtherThan(Region.EU, "localhost:8080")).isFalse();
  }
}
