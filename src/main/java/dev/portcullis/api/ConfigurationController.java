package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.ChangeTerms;
import dev.portcullis.access.GuardedChanges;
import dev.portcullis.access.configuration.ConfigurationImport;
import dev.portcullis.access.configuration.ConfigurationPlan;
import dev.portcullis.access.configuration.ConfigurationRemark;
import dev.portcullis.access.configuration.Configurations;
import dev.portcullis.access.configuration.ExportOutcome;
import dev.portcullis.access.configuration.ImportOutcome;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** An organization's configuration as a file. */
@RestController
@RequestMapping("/v1")
class ConfigurationController {

  /** The most problems that one reply tells of. */
  private static final int MAX_PROBLEMS = 100;

  private final Configurations configurations;
  private final GuardedChanges changes;
  private final RequestBodies bodies;

  ConfigurationController(
      Configurations configurations, GuardedChanges changes, RequestBodies bodies) {
    this.configurations = configurations;
    this.changes = changes;
    this.bodies = bodies;
  }

  /** What is done; of a dry run also what it would do to people's rights. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ImportReply(
      boolean ok,
      ConfigurationPlanRepresentation plan,
      @Nullable AccessPreviewRepresentation preview,
      List<String> warnings) {}

  @GetMapping("/export")
  ResponseEntity<byte[]> export(@AuthenticationPrincipal Caller caller) {
    return switch (configurations.export(caller.organizationId())) {
      case ExportOutcome.Exported(var configuration) ->
          ResponseEntity.ok()
              .contentType(MediaType.APPLICATION_JSON)
              .body(ConfigurationRepresentation.file(configuration));
      case ExportOutcome.Ambiguous(List<String> applications) ->
          throw RequestFault.conflict(
              "a file names applications by their names, and several are called `"
                  + String.join("`, `", applications)
                  + "`; rename all but one of them");
    };
  }

  @PostMapping("/import")
  ImportReply apply(
      @AuthenticationPrincipal Caller caller,
      ChangeTerms terms,
      @RequestParam(name = "prune", defaultValue = "") String prune,
      @RequestBody JsonNode file) {
    ConfigurationReader reader = ConfigurationReader.of(file, bodies);
    ConfigurationImport order = reader.order(Flags.isCertainlyOn("prune", prune), terms.dryRun());
    return GuardedReply.of(
        changes.of(caller, terms, () -> configurations.apply(caller, order)),
        (outcome, preview) -> reply(outcome, reader, preview));
  }

  private static ImportReply reply(
      ImportOutcome outcome,
      ConfigurationReader reader,
      @Nullable AccessPreviewRepresentation preview) {
    return switch (outcome) {
      case ImportOutcome.Planned(ConfigurationPlan plan, var warnings) ->
          new ImportReply(
              true,
              ConfigurationPlanRepresentation.of(plan),
              preview,
              warnings.stream().map(reader::inWords).toList());
      case ImportOutcome.TooMuch(int most) ->
          throw RequestFault.invalid(
              "one import adds, changes and removes at most %d things; send the file in parts"
                  .formatted(most));
      case ImportOutcome.Rejected(var problems) -> throw rejected(reader, problems);
    };
  }

  private static RequestFault rejected(
      ConfigurationReader reader, List<ConfigurationRemark> problems) {
    List<String> all =
        Stream.concat(reader.problems().stream(), problems.stream().map(reader::inWords))
            .distinct()
            .toList();
    return RequestFault.invalid(
        all.size() <= MAX_PROBLEMS
            ? all
            : Stream.concat(
                    all.stream().limit(MAX_PROBLEMS),
                    Stream.of("and %d more".formatted(all.size() - MAX_PROBLEMS)))
                .toList());
  }
}
