package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.directory.SyncOutcome.Verdict;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Decides what a claim counts for, and keeps it. */
@Component
class ClaimIntake {

  private final Claims claims;
  private final ClaimedNames names;
  private final DatabaseClock clock;

  ClaimIntake(Claims claims, ClaimedNames names, DatabaseClock clock) {
    this.claims = claims;
    this.names = names;
    this.clock = clock;
  }

  /** What was made of a claim: its verdict, and the filter's on each of its names. */
  record Taken(Verdict verdict, Map<String, Boolean> names) {

    /** Those that the filter lets through, or those that it does not. */
    List<String> named(boolean matching) {
      return names.entrySet().stream()
          .filter(name -> name.getValue() == matching)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /** Takes the claim of a statement into the register; the user is locked. */
  Taken take(Caller caller, Connection connection, User user, SignInStatement statement) {
    Instant time = claims.time(user, statement.issuedAt(), clock.now());
    Optional<Instant> newest = claims.newest(user);
    Set<String> claimed = new LinkedHashSet<>(claimed(statement.groups()));
    // A few characters unfold into many when case is folded; such a name cannot be a group's.
    claimed.removeIf(name -> name.isBlank() || UserProfile.nameProblem("groups", name).isPresent());
    Verdict verdict = verdict(connection, user, statement.groups(), time, newest);
    Map<String, Boolean> judged = names.judge(connection, claimed);
    if (verdict != Verdict.STALE) {
      keep(user, statement.groups(), claimed, time, newest, caller.traceId());
      names.bearUnborn(connection, Optional.of(user.id()));
    }
    return new Taken(verdict, judged);
  }

  private static List<String> claimed(ClaimedGroups groups) {
    return switch (groups) {
      case ClaimedGroups.Complete(List<String> names) -> names;
      case ClaimedGroups.Truncated(List<String> names) -> names;
      case ClaimedGroups.Held _ -> List.of();
    };
  }

  private static Verdict verdict(
      Connection connection,
      User user,
      ClaimedGroups groups,
      Instant time,
      Optional<Instant> newest) {
    boolean outdated = newest.filter(time::isBefore).isPresent();
    return switch (groups) {
      case ClaimedGroups.Held _ -> Verdict.HELD;
      case ClaimedGroups.Complete _, ClaimedGroups.Truncated _
          when outdated || tooEarly(connection, user, time) ->
          Verdict.STALE;
      case ClaimedGroups.Truncated _ -> Verdict.HELD;
      case ClaimedGroups.Complete(List<String> names) ->
          names.isEmpty() ? Verdict.EMPTY : Verdict.PRESENT;
    };
  }

  /** Claims from before a person's return, or before SCIM made a person whom it alone may make. */
  private static boolean tooEarly(Connection connection, User user, Instant time) {
    Predicate<Instant> later = moment -> time.isBefore(moment);
    boolean byScimAlone = !connection.settings().provisioning().allowsSignInToMakeUsers();
    return user.claimsNotBefore().filter(later).isPresent()
        || (byScimAlone && user.scimManagedSince().filter(later).isPresent());
  }

  private void keep(
      User user,
      ClaimedGroups groups,
      Set<String> claimed,
      Instant time,
      Optional<Instant> newest,
      String traceId) {
    boolean sameTime = newest.filter(time::equals).isPresent();
    switch (groups) {
      case ClaimedGroups.Complete _ when sameTime -> claims.intersect(user, claimed, time);
      case ClaimedGroups.Complete _ -> claims.replace(user, claimed, time, traceId);
      case ClaimedGroups.Truncated _ when sameTime -> {}
      case ClaimedGroups.Truncated _ -> claims.addTruncated(user, claimed, time, newest, traceId);
      case ClaimedGroups.Held _ -> {}
    }
  }
}
