package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.AccessReason;
import dev.portcullis.directory.Evidence;
import dev.portcullis.permission.RuleSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A reason of a decision, from the permission document to the evidence. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record AccessReasonRepresentation(
    String kind,
    Optional<RuleRepresentation> rule,
    Optional<String> role,
    Optional<String> team,
    Optional<String> user,
    Optional<String> group,
    Optional<String> groupRule,
    List<EvidenceRepresentation> evidence,
    String message) {

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record RuleRepresentation(String document, long version, String key) {

    static RuleRepresentation of(RuleSource source) {
      return new RuleRepresentation(source.document(), source.version(), source.key());
    }
  }

  /**
   * On what a membership rests.
   *
   * @param source {@code scim}, {@code sign-in} or {@code by-hand}
   * @param traceId finds the request in the activity log
   * @param name of the group as the claim had it
   * @param by who set it by hand, as the audit trail names them
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record EvidenceRepresentation(
      String source, Instant at, String traceId, Optional<String> name, Optional<String> by) {

    static EvidenceRepresentation of(Evidence evidence) {
      return switch (evidence) {
        case Evidence.ScimWord(Instant at, String traceId) ->
            new EvidenceRepresentation("scim", at, traceId, Optional.empty(), Optional.empty());
        case Evidence.Claim(Instant at, String traceId, String name) ->
            new EvidenceRepresentation("sign-in", at, traceId, Optional.of(name), Optional.empty());
        case Evidence.ByHand(Instant at, String traceId, String by) ->
            new EvidenceRepresentation("by-hand", at, traceId, Optional.empty(), Optional.of(by));
      };
    }
  }

  static AccessReasonRepresentation of(AccessReason reason) {
    return new AccessReasonRepresentation(
        reason.kind().wireName(),
        reason.rule().map(RuleRepresentation::of),
        reason.role(),
        reason.team(),
        reason.user(),
        reason.group(),
        reason.groupRule(),
        reason.evidence().stream().map(EvidenceRepresentation::of).toList(),
        reason.message());
  }
}
