package dev.portcullis.signin;

import dev.portcullis.audit.NameSample;
import dev.portcullis.audit.RecordedSignIn;
import dev.portcullis.audit.RecordedSignIn.Claim;
import dev.portcullis.audit.RecordedSignIn.Person;
import dev.portcullis.audit.RecordedSignIn.Teams;
import dev.portcullis.directory.Belonging;
import dev.portcullis.directory.SignInStatement;
import dev.portcullis.directory.SyncOutcome;
import dev.portcullis.directory.SyncOutcome.KeptClaim;
import dev.portcullis.directory.SyncOutcome.Verdict;
import dev.portcullis.directory.User;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts down what a sign-in brought, for those who ask later. */
final class SignInAccount {

  private SignInAccount() {}

  static RecordedSignIn of(Caller caller, UUID connectionId, Conclusion conclusion, Instant at) {
    SignInOutcome outcome = conclusion.outcome();
    Optional<Conclusion.Heard> heard = conclusion.heard();
    return new RecordedSignIn(
        TimeOrderedId.next(),
        at,
        caller.traceId(),
        connectionId,
        heard.map(SignInAccount::person).orElse(Person.UNKNOWN),
        outcome instanceof SignInOutcome.Admitted ? RecordedSignIn.ACCEPTED : outcome.code(),
        explanation(outcome),
        heard.flatMap(SignInAccount::claim),
        heard.map(account -> teams(account.done())).orElse(Teams.NONE),
        heard.map(SignInAccount::warnings).orElse(List.of()));
  }

  private static Optional<String> explanation(SignInOutcome outcome) {
    return switch (outcome) {
      case SignInOutcome.Refused(_, String explanation) -> Optional.of(explanation);
      case SignInOutcome.ProviderUnreachable(_, String explanation) -> Optional.of(explanation);
      case SignInOutcome.Admitted _,
          SignInOutcome.Deactivated _,
          SignInOutcome.NotProvisioned _,
          SignInOutcome.ConnectionNotFound _,
          SignInOutcome.ConnectionDisabled _ ->
          Optional.empty();
    };
  }

  private static Person person(Conclusion.Heard heard) {
    SignInStatement statement = heard.statement();
    return switch (heard.done()) {
      case SyncOutcome.Synchronised done -> person(statement, done.user(), done.created());
      case SyncOutcome.Deactivated(Optional<KeptClaim> kept) ->
          kept.map(claim -> person(statement, claim.user(), false))
              .orElseGet(() -> stranger(statement));
      case SyncOutcome.NotProvisioned _, SyncOutcome.ConnectionDisabled _ -> stranger(statement);
      // Its subject is not fit to be kept.
      case SyncOutcome.Rejected _ -> Person.UNKNOWN;
    };
  }

  private static Person person(SignInStatement statement, User user, boolean created) {
    return new Person(
        Optional.of(user.id()), Optional.of(statement.subject()), user.email(), created);
  }

  private static Person stranger(SignInStatement statement) {
    return new Person(Optional.empty(), Optional.of(statement.subject()), statement.email(), false);
  }

  private static Optional<Claim> claim(Conclusion.Heard heard) {
    return switch (heard.done()) {
      case SyncOutcome.Synchronised done ->
          Optional.of(claim(heard, done.verdict(), done.matched(), done.ignored()));
      case SyncOutcome.Deactivated(Optional<KeptClaim> kept) ->
          kept.map(claim -> claim(heard, claim.verdict(), claim.matched(), claim.ignored()));
      case SyncOutcome.NotProvisioned _, SyncOutcome.ConnectionDisabled _, SyncOutcome.Rejected _ ->
          Optional.empty();
    };
  }

  private static Claim claim(
      Conclusion.Heard heard, Verdict verdict, List<String> matched, List<String> ignored) {
    return new Claim(
        verdict.name(),
        heard.source(),
        verdict == Verdict.HELD ? reason(heard) : Optional.empty(),
        NameSample.of(matched),
        NameSample.of(ignored));
  }

  private static Teams teams(SyncOutcome outcome) {
    return outcome instanceof SyncOutcome.Synchronised done
        ? new Teams(sample(done.added()), sample(done.removed()), sample(done.kept()))
        : Teams.NONE;
  }

  private static NameSample sample(List<Belonging> teams) {
    return NameSample.of(teams.stream().map(Belonging::identifier).toList());
  }

  /** Why nothing is taken away: what the directory says of that is the more exact. */
  private static Optional<String> reason(Conclusion.Heard heard) {
    return ofTheDirectory(heard).stream().findFirst().or(() -> heard.decision().reason());
  }

  private static List<String> ofTheDirectory(Conclusion.Heard heard) {
    return heard.done() instanceof SyncOutcome.Synchronised done ? done.warnings() : List.of();
  }

  private static List<String> warnings(Conclusion.Heard heard) {
    return Stream.concat(heard.decision().warnings().stream(), ofTheDirectory(heard).stream())
        .toList();
  }
}
