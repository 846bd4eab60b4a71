package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.audit.NameSample;
import dev.portcullis.audit.RecordedSignIn;
import dev.portcullis.audit.RecordedSignIn.Claim;
import dev.portcullis.audit.RecordedSignIn.Person;
import dev.portcullis.audit.RecordedSignIn.Teams;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a sign-in brought, in a reply; {@code user} and {@code claim} are missing if unknown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordedSignInRepresentation(
    UUID id,
    Instant at,
    String traceId,
    String outcome,
    @Nullable String explanation,
    @Nullable UserRepresentation user,
    @Nullable ClaimRepresentation claim,
    GroupsRepresentation groups,
    TeamsRepresentation teams,
    List<String> warnings) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record UserRepresentation(
      @Nullable UUID id, @Nullable String subject, @Nullable String email, boolean created) {

    static @Nullable UserRepresentation of(Person person) {
      return person.equals(Person.UNKNOWN)
          ? null
          : new UserRepresentation(
              person.userId().orElse(null),
              person.subject().orElse(null),
              person.email().orElse(null),
              person.created());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ClaimRepresentation(String verdict, String source, @Nullable String heldBecause) {

    static ClaimRepresentation of(Claim claim) {
      return new ClaimRepresentation(
          claim.verdict(), claim.source().name(), claim.heldBecause().orElse(null));
    }
  }

  record NamesRepresentation(int count, List<String> names) {

    static NamesRepresentation of(NameSample sample) {
      return new NamesRepresentation(sample.count(), sample.names());
    }
  }

  record GroupsRepresentation(NamesRepresentation matched, NamesRepresentation ignored) {}

  record TeamsRepresentation(
      NamesRepresentation added, NamesRepresentation removed, NamesRepresentation kept) {

    static TeamsRepresentation of(Teams teams) {
      return new TeamsRepresentation(
          NamesRepresentation.of(teams.added()),
          NamesRepresentation.of(teams.removed()),
          NamesRepresentation.of(teams.kept()));
    }
  }

  static RecordedSignInRepresentation of(RecordedSignIn signIn) {
    return new RecordedSignInRepresentation(
        signIn.id(),
        signIn.at(),
        signIn.traceId(),
        signIn.outcome(),
        signIn.explanation().orElse(null),
        UserRepresentation.of(signIn.person()),
        signIn.claim().map(ClaimRepresentation::of).orElse(null),
        new GroupsRepresentation(
            NamesRepresentation.of(signIn.claim().map(Claim::matched).orElse(NameSample.NONE)),
            NamesRepresentation.of(signIn.claim().map(Claim::ignored).orElse(NameSample.NONE))),
        TeamsRepresentation.of(signIn.teams()),
        signIn.warnings());
  }
}
