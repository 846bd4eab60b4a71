package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps the keys of the connections that people sign in through.
 *
 * <p>Kept by connection and version, never by key id alone: two providers may use the same key id,
 * and an edited connection must not go on with the keys of its former issuer.
 */
@Component
class IssuerKeys {

  private final Discovery discovery;
  private final Clock clock;
  private final Map<Version, KeyRing> rings = new Rings();

  IssuerKeys(Discovery discovery, Clock clock) {
    this.discovery = discovery;
    this.clock = clock;
  }

  private record Version(UUID connectionId, long version) {}

  /** Forgets the least recently used. */
  private static final class Rings extends LinkedHashMap<Version, KeyRing> {

    private static final long serialVersionUID = 1L;

    Rings() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Version, KeyRing> eldest) {
      return size() > IssuerBounds.MAX_CACHED_CONNECTIONS;
    }
  }

  KeyRing of(Connection connection) {
    String issuer = connection.settings().issuer();
    synchronized (rings) {
      return rings.computeIfAbsent(
          new Version(connection.id(), connection.version()),
          _ -> new KeyRing(() -> discovery.keys(issuer), clock));
    }
  }
}
