package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.EffectiveRole;
import dev.portcullis.access.GroupRuleFinding;
import dev.portcullis.access.GroupRuleOutcome;
import dev.portcullis.access.GroupRulePreview;
import dev.portcullis.access.GroupRuleReport;
import dev.portcullis.access.GroupRuleReports;
import dev.portcullis.access.GroupRules;
import dev.portcullis.access.NameReviewOutcome;
import dev.portcullis.access.NameReviewOutcome.ConfirmedGroup;
import dev.portcullis.access.RoleChange;
import dev.portcullis.organization.Caller;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What group rules would do, what is odd about them, and the review of those that make Admins. */
@RestController
@RequestMapping("/v1/group-rules")
class GroupRuleAnalysisController {

  private final GroupRules rules;
  private final GroupRuleReports reports;

  GroupRuleAnalysisController(GroupRules rules, GroupRuleReports reports) {
    this.rules = rules;
    this.reports = reports;
  }

  record AnalysisReply(boolean ok, AnalysisRepresentation analysis) {}

  record AnalysisRepresentation(int rules, boolean complete, List<FindingRepresentation> findings) {

    static AnalysisRepresentation of(GroupRuleReport report) {
      return new AnalysisRepresentation(
          report.rules(),
          report.complete(),
          report.findings().stream().map(FindingRepresentation::of).toList());
    }
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record FindingRepresentation(
      String kind,
      String rule,
      List<String> others,
      Optional<String> connection,
      Optional<String> witness,
      List<String> groups,
      String message) {

    static FindingRepresentation of(GroupRuleFinding finding) {
      return new FindingRepresentation(
          finding.kind().wireName(),
          finding.rule(),
          finding.others(),
          finding.connection(),
          finding.witness(),
          finding.groups(),
          finding.message());
    }
  }

  record PreviewReply(boolean ok, PreviewRepresentation preview, List<String> warnings) {}

  record PreviewRepresentation(
      int people,
      int gain,
      int lose,
      List<RoleChangeRepresentation> gains,
      List<RoleChangeRepresentation> losses) {

    static PreviewRepresentation of(GroupRulePreview preview) {
      return new PreviewRepresentation(
          preview.people(),
          preview.gaining(),
          preview.losing(),
          preview.gains().stream().map(RoleChangeRepresentation::of).toList(),
          preview.losses().stream().map(RoleChangeRepresentation::of).toList());
    }
  }

  record RoleChangeRepresentation(UserRepresentation user, EffectiveRole from, EffectiveRole to) {

    static RoleChangeRepresentation of(RoleChange change) {
      return new RoleChangeRepresentation(
          new UserRepresentation(change.userId(), change.name()), change.before(), change.after());
    }
  }

  record UserRepresentation(UUID id, String name) {}

  record ReviewRequest(@Nullable List<@Nullable String> names) {

    private Set<String> required() {
      List<@Nullable String> listed = RequestFault.required("names", names);
      if (listed.isEmpty() || listed.size() > GroupRuleReports.MAX_NAMES) {
        throw RequestFault.invalid(
            "names", "`names` must have 1 to %d names".formatted(GroupRuleReports.MAX_NAMES));
      }
      Set<String> required = new HashSet<>();
      listed.forEach(name -> required.add(RequestFault.required("names", name)));
      return required;
    }
  }

  record ReviewReply(boolean ok, List<ConfirmedGroup> reviewed) {}

  @GetMapping("/analysis")
  AnalysisReply analysis(@AuthenticationPrincipal Caller caller) {
    return new AnalysisReply(
        true, AnalysisRepresentation.of(reports.report(caller.organizationId())));
  }

  @PostMapping("/preview")
  PreviewReply preview(
      @AuthenticationPrincipal Caller caller, @RequestBody GroupRuleFields fields) {
    return switch (rules.preview(caller.organizationId(), fields.draft())) {
      case GroupRuleOutcome.Previewed(GroupRulePreview preview) ->
          new PreviewReply(true, PreviewRepresentation.of(preview), preview.warnings());
      case GroupRuleOutcome.Rejected(List<String> problems) -> throw RequestFault.invalid(problems);
      case GroupRuleOutcome.Stored _,
          GroupRuleOutcome.NotFound _,
          GroupRuleOutcome.IdentifierTaken _,
          GroupRuleOutcome.LastAdmin _,
          GroupRuleOutcome.Deleted _ ->
          throw new IllegalStateException("not an outcome of a preview");
    };
  }

  @PostMapping("/{identifier}/review")
  ReviewReply review(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      @RequestBody ReviewRequest request) {
    return switch (reports.review(caller, identifier, request.required())) {
      case NameReviewOutcome.Confirmed(List<ConfirmedGroup> groups) ->
          new ReviewReply(true, groups);
      case NameReviewOutcome.NotFound _ -> throw GroupRulesController.notFound(identifier);
      case NameReviewOutcome.Rejected(List<String> problems) ->
          throw RequestFault.invalid(problems);
    };
  }
}
