package dev.portcullis.directory;

import dev.portcullis.audit.AuditEntry;
import dev.portcullis.audit.AuditTrail;
import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Makes one of two: a parked value, or the user that a sign-in made, turns out to be somebody who
 * is there under another id.
 */
@Component
class UserMerges {

  private final Users users;
  private final ScimWords words;
  private final MembersByHand byHand;
  private final Claims claims;
  private final Handles handles;
  private final GroupVersions groupVersions;
  private final AuditTrail audit;

  UserMerges(
      Users users,
      ScimWords words,
      MembersByHand byHand,
      Claims claims,
      Handles handles,
      GroupVersions groupVersions,
      AuditTrail audit) {
    this.users = users;
    this.words = words;
    this.byHand = byHand;
    this.claims = claims;
    this.handles = handles;
    this.groupVersions = groupVersions;
    this.audit = audit;
  }

  /** Whether SCIM or an Admin may take that user's place: nobody but sign-ins knows them. */
  static boolean givesWay(User bearer) {
    return bearer.status() == UserStatus.PARKED || !bearer.managedByScim();
  }

  /**
   * Gives {@code into} everything that was said and claimed of {@code from}, whose row goes.
   *
   * @return {@code into} with what the other's row held, not stored yet
   */
  User merged(Caller caller, Connection connection, User from, User into, Instant now) {
    groupVersions.count(connection.organizationId(), from.id(), now);
    words.pass(from, into);
    if (from.status() == UserStatus.PARKED) {
      users.remove(from);
      return into;
    }
    byHand.pass(from, into);
    claims.pass(from, into);
    handles.pass(from, into);
    users.remove(from);
    audit.record(
        caller,
        AuditEntry.deleted(
            "user", from.id().toString(), Map.of("mergedInto", into.id().toString())));
    boolean hasNoRole = into.roleByHand().equals("Member");
    return into.withRoleByHand(hasNoRole ? from.handRole() : into.handRole())
        .withClaimsNotBefore(later(into.claimsNotBefore(), from.claimsNotBefore()));
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }
}
