package dev.portcullis.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the connection that is about to be made, so that the address that was judged
 * is the one that is called: a name that changes its address in between gains nothing.
 */
final class PublicHostsOnly implements DnsResolver {

  private final DnsResolver names;

  PublicHostsOnly(DnsResolver names) {
    this.names = names;
  }

  /** The name leads into a network that is none of the caller's business. */
  static final class AddressRefused extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    AddressRefused(String host) {
      super(host);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = names.resolve(host);
    if (!Arrays.stream(addresses).allMatch(PublicInternet::has)) {
      throw new AddressRefused(host);
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }
}
