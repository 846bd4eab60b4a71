package dev.portcullis.signin;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which addresses belong to the public internet, by the registries of RFC 6890. All others are
 * refused for outbound calls, so that nobody can make this server talk to its neighbours.
 */
final class PublicInternet {

  private static final List<Block> REFUSED_V4 =
      List.of(
          block("0.0.0.0", 8),
          block("10.0.0.0", 8),
          block("100.64.0.0", 10),
          block("127.0.0.0", 8),
          block("169.254.0.0", 16),
          block("172.16.0.0", 12),
          block("192.0.0.0", 24),
          block("192.0.2.0", 24),
          block("192.88.99.0", 24),
          block("192.168.0.0", 16),
          block("198.18.0.0", 15),
          block("198.51.100.0", 24),
          block("203.0.113.0", 24),
          block("224.0.0.0", 3));

  /** Of IPv6 only global unicast is public at all; these parts of it are not. */
  private static final Block GLOBAL_UNICAST = block("2000::", 3);

  private static final List<Block> REFUSED_V6 =
      List.of(
          block("2001::", 23), block("2001:db8::", 32), block("2002::", 16), block("3fff::", 20));

  private PublicInternet() {}

  static boolean has(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return REFUSED_V4.stream().noneMatch(block -> block.has(bytes));
    }
    // Forms that embed an IPv4 address (mapped, compatible, NAT64, 6to4) all lie outside.
    return GLOBAL_UNICAST.has(bytes) && REFUSED_V6.stream().noneMatch(block -> block.has(bytes));
  }

  private static Block block(String prefix, int bits) {
    return new Block(InetAddress.ofLiteral(prefix).getAddress(), bits);
  }

  /** Addresses whose first bits are those of the prefix. */
  private static final class Block {

    private final byte[] prefix;
    private final int bits;

    Block(byte[] prefix, int bits) {
      this.prefix = prefix;
      this.bits = bits;
    }

    boolean has(byte[] address) {
      int whole = bits / 8;
      int rest = bits % 8;
      int mask = 0xff << (8 - rest);
      return address.length == prefix.length
          && Arrays.equals(address, 0, whole, prefix, 0, whole)
          && (rest == 0 || ((address[whole] ^ prefix[whole]) & mask & 0xff) == 0);
    }
  }
}
