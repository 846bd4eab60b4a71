package dev.portcullis.api;

import dev.portcullis.access.configuration.ConfigurationPlan;
import dev.portcullis.access.configuration.ConfigurationRemark;
import dev.portcullis.access.configuration.Configurations;
import dev.portcullis.access.configuration.ExportOutcome;
import dev.portcullis.access.configuration.ImportOutcome;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.stream.Stream;
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
  private final RequestBodies bodies;

  ConfigurationController(Configurations configurations, RequestBodies bodies) {
    this.configurations = configurations;
    this.bodies = bodies;
  }

  record ImportReply(boolean ok, ConfigurationPlanRepresentation plan, List<String> warnings) {}

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
      @RequestParam(name = DryRun.PARAMETER, defaultValue = "false") String dryRun,
      @RequestParam(name = "prune", defaultValue = "") String prune,
      @RequestBody JsonNode file) {
    ConfigurationReader reader = ConfigurationReader.of(file, bodies);
    return switch (configurations.apply(
        caller, reader.order(Flags.isCertainlyOn("prune", prune), DryRun.isAsked(dryRun)))) {
      case ImportOutcome.Planned(ConfigurationPlan plan, var warnings) ->
          new ImportReply(
              true,
              ConfigurationPlanRepresentation.of(plan),
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
