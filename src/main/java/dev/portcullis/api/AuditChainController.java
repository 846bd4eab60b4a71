package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.audit.AuditChain;
import dev.portcullis.audit.ChainHead;
import dev.portcullis.audit.ChainVerdict;
import dev.portcullis.audit.NotedSeal;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proves that the audit log is as it was written. */
@RestController
class AuditChainController {

  private final AuditChain chain;

  AuditChainController(AuditChain chain) {
    this.chain = chain;
  }

  /** {@code broken} is missing where the chain is whole; {@code from} and {@code to} if empty. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Reply(
      boolean ok,
      boolean verified,
      long entries,
      @Nullable Instant from,
      @Nullable Instant to,
      ChainHead head,
      long unsealed,
      @Nullable Broken broken) {}

  /** Where the chain breaks and how; {@code identifier} is missing where there is no entry. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Broken(long sequence, @Nullable UUID identifier, String how, String message) {

    static Broken of(ChainVerdict.Fault fault) {
      return new Broken(
          fault.sequence(),
          fault.entry().orElse(null),
          fault.kind().name(),
          fault.kind().meaning());
    }
  }

  @GetMapping("/v1/audit-log/verify")
  Reply verify(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String head,
      @RequestParam(defaultValue = "") String sequence) {
    ChainVerdict verdict = chain.verify(caller.organizationId(), noted(head, sequence));
    return new Reply(
        true,
        verdict.fault().isEmpty(),
        verdict.entries(),
        verdict.from().orElse(null),
        verdict.to().orElse(null),
        verdict.head(),
        verdict.unsealed(),
        verdict.fault().map(Broken::of).orElse(null));
  }

  private static NotedSeal noted(String head, String sequence) {
    if (!head.isEmpty() && !head.matches("[0-9a-fA-F]{64}")) {
      throw RequestFault.invalid("head", "`head` must be a hash of 64 hexadecimal digits");
    }
    if (!sequence.isEmpty() && !sequence.matches("[0-9]{1,18}")) {
      throw RequestFault.invalid("sequence", "`sequence` must be a whole number");
    }
    return new NotedSeal(
        sequence.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(sequence)),
        Optional.of(head.toLowerCase(Locale.ROOT)).filter(hash -> !hash.isEmpty()));
  }
}
