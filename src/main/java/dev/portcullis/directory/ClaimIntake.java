package dev.portcullis.directory;

import dev.portcullis.connection.Connection;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.directory.SyncOutcome.Verdict;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.ArrayList;
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
  private final NameVerdicts verdicts;
  private final ClaimedNames names;

  ClaimIntake(Claims claims, NameVerdicts verdicts, ClaimedNames names) {
    this.claims = claims;
    this.verdicts = verdicts;
    this.names = names;
  }

  /**
   * What was made of a claim: its verdict, and the filter's on each of its names.
   *
   * @param warnings what somebody should look at
   */
  record Taken(Verdict verdict, Map<String, Boolean> names, List<String> warnings) {

    /** Those that the filter lets through, or those that it does not. */
    List<String> named(boolean matching) {
      return names.entrySet().stream()
          .filter(name -> name.getValue() == matching)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /**
   * Takes a claim into the register; the user is locked.
   *
   * @param receipt when the claim's token first came, and what its absence was taken for
   */
  Taken take(
      Caller caller, Connection connection, User user, ClaimedGroups groups, Receipt receipt) {
    Instant time = receipt.time();
    ClaimRegister before = claims.register(user);
    Set<String> claimed = new LinkedHashSet<>(claimed(groups));
    // A few characters unfold into many when case is folded; such a name cannot be a group's.
    claimed.removeIf(name -> name.isBlank() || UserProfile.nameProblem("groups", name).isPresent());
    Verdict verdict = verdict(connection, user, groups, receipt, before);
    Map<String, Boolean> judged = verdicts.judge(connection, claimed);
    if (verdict != Verdict.STALE) {
      keep(user, before, after(user, before, groups, claimed, receipt), time, caller.traceId());
      names.bearUnborn(connection, Optional.of(user.id()));
    }
    return new Taken(verdict, judged, warnings(verdict, receipt));
  }

  private static List<String> warnings(Verdict verdict, Receipt receipt) {
    if (verdict != Verdict.STALE) {
      return receipt.doubts();
    }
    List<String> warnings = new ArrayList<>(receipt.doubts());
    warnings.add(
        "the claim is older than what counts of this person's groups already, and changes nothing");
    return warnings;
  }

  private static List<String> claimed(ClaimedGroups groups) {
    return switch (groups) {
      case ClaimedGroups.Complete(List<String> names) -> names;
      case ClaimedGroups.Truncated(List<String> names) -> names;
      case ClaimedGroups.Held _, ClaimedGroups.Absent _ -> List.of();
    };
  }

  private static Verdict verdict(
      Connection connection,
      User user,
      ClaimedGroups groups,
      Receipt receipt,
      ClaimRegister register) {
    boolean late = register.outdates(receipt.time()) || tooEarly(connection, user, receipt.time());
    return switch (groups) {
      case ClaimedGroups.Held _ -> Verdict.HELD;
      case ClaimedGroups.Absent _ when !receipt.absenceIsEmpty() -> Verdict.HELD;
      case ClaimedGroups.Complete _, ClaimedGroups.Truncated _, ClaimedGroups.Absent _ when late ->
          Verdict.STALE;
      case ClaimedGroups.Truncated _ -> Verdict.HELD;
      case ClaimedGroups.Absent _ -> Verdict.EMPTY;
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

  private ClaimRegister after(
      User user, ClaimRegister before, ClaimedGroups groups, Set<String> claimed, Receipt receipt) {
    return switch (groups) {
      case ClaimedGroups.Complete _ -> before.withComplete(claimed, receipt.time());
      case ClaimedGroups.Truncated _ ->
          before.withTruncated(claimed, receipt.time(), claims.meanings(user, claimed));
      case ClaimedGroups.Absent _ when receipt.absenceIsEmpty() ->
          before.withComplete(Set.of(), receipt.time());
      case ClaimedGroups.Absent _, ClaimedGroups.Held _ -> before;
    };
  }

  private void keep(
      User user, ClaimRegister before, ClaimRegister after, Instant time, String traceId) {
    if (!after.equals(before)) {
      claims.store(user, before, after, traceId);
    }
    if (!after.newest().equals(before.newest())) {
      claims.forgetReceiptsBefore(user, time);
    }
  }
}
