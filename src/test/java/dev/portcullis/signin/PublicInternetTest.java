package dev.portcullis.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicInternetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.1.2.3",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.7",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2001:2::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "4000::1"
      })
  void addressesOfOtherNetworksAreRefused(String address) {
    assertThat(PublicInternet.has(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2606:4700::1111",
        "2a00:1450::1"
      })
  void publicAddressesAreCalled(String address) {
    assertThat(PublicInternet.has(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void aNameWithOnePrivateAddressAmongOthersIsRefused() {
    assertThatThrownBy(() -> resolver("1.1.1.1", "10.0.0.1").resolve("rebinding.example"))
        .isInstanceOf(PublicHostsOnly.AddressRefused.class);
  }

  @Test
  void theJudgedAddressesAreTheOnesThatAreCalled() throws Exception {
    assertThat(resolver("1.1.1.1").resolve("public.example"))
        .containsExactly(InetAddress.ofLiteral("1.1.1.1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://localhost:1",
        "https://127.0.0.1:1",
        "https://[::1]:1",
        "https://[::ffff:127.0.0.1]:1",
        "https://169.254.169.254",
        "https://10.1.2.3"
      })
  void anIssuerOnAPrivateAddressIsNotCalled(String issuer) throws Exception {
    try (ProviderClient client = new ProviderClient(new IssuerBounds(false))) {
      assertThatThrownBy(() -> client.get(issuer))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.reason()).isEqualTo(ReasonCode.ISSUER_ADDRESS_REFUSED));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.org", "file:///etc/passwd", "https://u:p@example.org", "x", ""})
  void onlyHttpsAddressesAreCalled(String address) throws Exception {
    try (ProviderClient client = new ProviderClient(new IssuerBounds(false))) {
      assertThatThrownBy(() -> client.get(address))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal ->
                  assertThat(refusal.reason()).isEqualTo(ReasonCode.ISSUER_RESPONSE_MALFORMED));
    }
  }

  private static DnsResolver resolver(String... addresses) {
    return new PublicHostsOnly(
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            return Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        });
  }
}
