package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.ChangeTerms;
import dev.portcullis.access.GroupRuleDraft;
import dev.portcullis.access.GroupRuleOutcome;
import dev.portcullis.access.GroupRules;
import dev.portcullis.access.GuardedChanges;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which groups give which role. */
@RestController
@RequestMapping("/v1/group-rules")
class GroupRulesController {

  private final GroupRules rules;
  private final GuardedChanges changes;

  GroupRulesController(GroupRules rules, GuardedChanges changes) {
    this.rules = rules;
    this.changes = changes;
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record GroupRuleReply(
      boolean ok,
      GroupRuleRepresentation groupRule,
      List<String> warnings,
      @Nullable AccessPreviewRepresentation preview) {

    static GroupRuleReply of(
        GroupRuleDraft rule, List<String> warnings, @Nullable AccessPreviewRepresentation preview) {
      return new GroupRuleReply(true, GroupRuleRepresentation.of(rule), warnings, preview);
    }
  }

  record GroupRulesReply(boolean ok, List<GroupRuleRepresentation> groupRules) {}

  record GroupRuleRepresentation(
      String identifier,
      String title,
      List<String> connections,
      GroupFilterRepresentation groups,
      GrantRepresentation grant) {

    static GroupRuleRepresentation of(GroupRuleDraft rule) {
      return new GroupRuleRepresentation(
          rule.identifier(),
          rule.title(),
          rule.connections(),
          GroupFilterRepresentation.of(rule.groups()),
          new GrantRepresentation(rule.grant().role().wireName(), rule.grant().blueprints()));
    }
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record GrantRepresentation(String role, List<String> blueprints) {}

  @GetMapping
  GroupRulesReply all(@AuthenticationPrincipal Caller caller) {
    return new GroupRulesReply(
        true,
        rules.all(caller.organizationId()).stream().map(GroupRuleRepresentation::of).toList());
  }

  @PostMapping
  ResponseEntity<GroupRuleReply> create(
      @AuthenticationPrincipal Caller caller,
      ChangeTerms terms,
      @RequestBody GroupRuleFields fields) {
    GroupRuleDraft draft = fields.draft();
    GroupRuleReply reply =
        changed(caller, draft.identifier(), terms, () -> rules.create(caller, draft));
    return ResponseEntity.status(terms.dryRun() ? HttpStatus.OK : HttpStatus.CREATED).body(reply);
  }

  @GetMapping("/{identifier}")
  GroupRuleReply one(@AuthenticationPrincipal Caller caller, @PathVariable String identifier) {
    return rules
        .find(caller.organizationId(), identifier)
        .map(rule -> GroupRuleReply.of(rule, List.of(), null))
        .orElseThrow(() -> notFound(identifier));
  }

  @PutMapping("/{identifier}")
  GroupRuleReply replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      ChangeTerms terms,
      @RequestBody GroupRuleFields fields) {
    GroupRuleDraft draft = fields.draft(identifier);
    return changed(caller, identifier, terms, () -> rules.change(caller, identifier, _ -> draft));
  }

  @PatchMapping("/{identifier}")
  GroupRuleReply edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      ChangeTerms terms,
      @RequestBody GroupRuleFields fields) {
    return changed(caller, identifier, terms, () -> rules.change(caller, identifier, fields::over));
  }

  private GroupRuleReply changed(
      Caller caller, String identifier, ChangeTerms terms, Supplier<GroupRuleOutcome> change) {
    return GuardedReply.of(
        changes.of(caller, terms, change),
        (outcome, preview) -> stored(outcome, identifier, preview));
  }

  @DeleteMapping("/{identifier}")
  Done delete(
      @AuthenticationPrincipal Caller caller, @PathVariable String identifier, ChangeTerms terms) {
    return GuardedReply.of(
        changes.of(caller, terms, () -> rules.delete(caller, identifier)),
        (outcome, preview) -> deleted(outcome, identifier, preview));
  }

  private static Done deleted(
      GroupRuleOutcome outcome, String identifier, @Nullable AccessPreviewRepresentation preview) {
    return switch (outcome) {
      case GroupRuleOutcome.Deleted _ -> new Done(true, preview);
      case GroupRuleOutcome.NotFound _ -> throw notFound(identifier);
      case GroupRuleOutcome.LastAdmin _ -> throw lastAdmin();
      case GroupRuleOutcome.Stored _,
          GroupRuleOutcome.Previewed _,
          GroupRuleOutcome.IdentifierTaken _,
          GroupRuleOutcome.Rejected _ ->
          throw new IllegalStateException("not an outcome of deletion");
    };
  }

  private static GroupRuleReply stored(
      GroupRuleOutcome outcome, String identifier, @Nullable AccessPreviewRepresentation preview) {
    return switch (outcome) {
      case GroupRuleOutcome.Stored(GroupRuleDraft rule, List<String> warnings) ->
          GroupRuleReply.of(rule, warnings, preview);
      case GroupRuleOutcome.NotFound _ -> throw notFound(identifier);
      case GroupRuleOutcome.IdentifierTaken(String taken) ->
          throw RequestFault.conflict("a group rule `" + taken + "` exists already");
      case GroupRuleOutcome.Rejected(List<String> problems) -> throw RequestFault.invalid(problems);
      case GroupRuleOutcome.LastAdmin _ -> throw lastAdmin();
      case GroupRuleOutcome.Deleted _, GroupRuleOutcome.Previewed _ ->
          throw new IllegalStateException("not an outcome of storing");
    };
  }

  static RequestFault lastAdmin() {
    return RequestFault.conflict(
        "nobody would be an Admin any more, so that nothing was changed; make somebody else an"
            + " Admin first");
  }

  static RequestFault notFound(String identifier) {
    return RequestFault.notFound("Group rule", "identifier", identifier);
  }
}
