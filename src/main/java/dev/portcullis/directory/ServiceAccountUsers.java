package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.attribute.CaseFold;
import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Users who are no people: of no identity provider, active from the start, known by an e-mail of
 * Port's domain for them, which no sign-in and no push takes over.
 */
@Component
class ServiceAccountUsers {

  private static final String DOMAIN = "@serviceaccounts.getport.io";

  private final Users users;
  private final Handles handles;
  private final DatabaseClock clock;
  private final AuditTrail audit;

  ServiceAccountUsers(Users users, Handles handles, DatabaseClock clock, AuditTrail audit) {
    this.users = users;
    this.handles = handles;
    this.clock = clock;
    this.audit = audit;
  }

  static boolean isOfServiceAccount(String email) {
    return CaseFold.of(email).endsWith(DOMAIN);
  }

  Optional<User> add(Caller caller, String email, String role) {
    UUID organizationId = caller.organizationId();
    if (!isOfServiceAccount(email) || handles.user(organizationId, email).isPresent()) {
      return Optional.empty();
    }
    Instant now = clock.now();
    User user =
        new User(
            organizationId,
            TimeOrderedId.next(),
            Optional.empty(),
            UserStatus.ACTIVE,
            email,
            Optional.empty(),
            new AttributeValues(
                Map.of("emails", List.of(Map.of("value", email, "type", "work", "primary", true)))),
            role,
            0,
            Optional.empty(),
            Optional.empty(),
            1,
            now,
            now,
            Optional.empty(),
            HandProfile.NONE);
    users.insert(user);
    handles.assign(caller, user, email, now);
    audit.record(caller, AuditEntry.created("user", user.id().toString(), user.described()));
    return Optional.of(user);
  }
}
