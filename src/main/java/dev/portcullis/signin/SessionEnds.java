package dev.portcullis.signin;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.directory.Directory;
import dev.portcullis.organization.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The one routine behind every demand to end sessions, whoever makes it: administrators, logout
 * tokens and token revocations. To be called within a transaction.
 */
@Component
class SessionEnds {

  private final SessionRows rows;
  private final Directory directory;
  private final AuditTrail audit;

  SessionEnds(SessionRows rows, Directory directory, AuditTrail audit) {
    this.rows = rows;
    this.directory = directory;
    this.audit = audit;
  }

  /**
   * Ends everything that a person is signed in with: sessions, tokens, and sign-ins under way.
   *
   * @return whether the organization has such a user
   */
  boolean all(Caller caller, UUID userId) {
    boolean known = directory.endCredentials(caller, userId).isPresent();
    if (known) {
      rows.deleteAllOf(caller.organizationId(), userId);
    }
    return known;
  }

  /** Ends one session, if the person has it. */
  boolean one(Caller caller, UUID userId, UUID sessionId) {
    boolean ended = rows.delete(caller.organizationId(), userId, sessionId);
    if (ended) {
      audit.record(
          caller,
          AuditEntry.deleted("session", sessionId.toString(), Map.of("user", userId.toString())));
    }
    return ended;
  }

  /**
   * Ends what rests on one session at the provider.
   *
   * @param person whose it must be; empty if anybody's
   */
  void ofProviderSession(
      Caller caller, UUID connectionId, String providerSession, Optional<UUID> person) {
    rows.ofProviderSession(caller.organizationId(), connectionId, providerSession).stream()
        .filter(session -> person.isEmpty() || person.get().equals(session.userId()))
        .forEach(session -> one(caller, session.userId(), session.sessionId()));
  }
}
