package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.access.ChangeTerms;
import dev.portcullis.access.DocumentVersion;
import dev.portcullis.access.GuardedChanges;
import dev.portcullis.access.KeyedBlock;
import dev.portcullis.access.PermissionBlock;
import dev.portcullis.access.PermissionDocument;
import dev.portcullis.access.PermissionDocuments;
import dev.portcullis.access.PermissionOwner;
import dev.portcullis.access.PermissionReading;
import dev.portcullis.access.PermissionSimulations;
import dev.portcullis.access.PermissionsOutcome;
import dev.portcullis.access.PermissionsPatch;
import dev.portcullis.access.Simulation;
import dev.portcullis.access.SimulationOutcome;
import dev.portcullis.access.VersionedPermissions;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/** What is alike for the permissions of blueprints, actions and pages. */
abstract class PermissionsController {

  private final PermissionReading reading;
  private final PermissionDocuments documents;
  private final PermissionSimulations simulations;
  private final GuardedChanges changes;

  PermissionsController(
      PermissionReading reading,
      PermissionDocuments documents,
      PermissionSimulations simulations,
      GuardedChanges changes) {
    this.reading = reading;
    this.documents = documents;
    this.simulations = simulations;
    this.changes = changes;
  }

  /** Whose permissions are meant by the identifier in the path. */
  abstract PermissionOwner owner(String identifier);

  /**
   * The change that a body asks for.
   *
   * @param whole whether the body takes the document's place
   */
  abstract PermissionsPatch patch(JsonNode body, boolean whole);

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record PermissionsReply(
      boolean ok,
      Map<String, Object> permissions,
      List<String> warnings,
      @Nullable AccessPreviewRepresentation preview) {

    static PermissionsReply of(
        VersionedPermissions document,
        List<String> warnings,
        @Nullable AccessPreviewRepresentation preview) {
      return new PermissionsReply(
          true, PermissionsRepresentation.of(document.permissions()), warnings, preview);
    }
  }

  record ActorRepresentation(String kind, String id) {}

  /** A version without its document; of the default one, which nobody wrote, the number alone. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record VersionRepresentation(
      long version,
      @Nullable Instant changedAt,
      @Nullable ActorRepresentation changedBy,
      @Nullable String traceId) {

    static VersionRepresentation of(DocumentVersion version) {
      return version
          .written()
          .map(by ->
              new VersionRepresentation(
                  version.version(),
                  by.at(),
                  new ActorRepresentation(by.actorKind(), by.actorId()),
                  by.traceId()))
          .orElseGet(() -> new VersionRepresentation(version.version(), null, null, null));
    }
  }

  record VersionsReply(boolean ok, List<VersionRepresentation> versions) {}

  /** A block that is otherwise in two versions; null where one of them has none. */
  record DifferenceRepresentation(
      String key, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {}

  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record VersionReply(
      boolean ok,
      VersionRepresentation version,
      Map<String, Object> permissions,
      Optional<List<DifferenceRepresentation>> differences) {}

  @GetMapping
  PermissionsReply get(@AuthenticationPrincipal Caller caller, @PathVariable String identifier) {
    return reading
        .of(caller, owner(identifier))
        .map(document -> PermissionsReply.of(document, List.of(), null))
        .orElseThrow(() -> noOwner(identifier));
  }

  @PatchMapping
  PermissionsReply amend(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      ChangeTerms terms,
      @RequestBody JsonNode body) {
    PermissionsPatch patch = patch(body, false);
    return changed(
        caller, identifier, terms, () -> documents.amend(caller, owner(identifier), patch));
  }

  @PutMapping
  PermissionsReply replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      ChangeTerms terms,
      @RequestBody JsonNode body) {
    PermissionsPatch patch = patch(body, true);
    return changed(
        caller, identifier, terms, () -> documents.amend(caller, owner(identifier), patch));
  }

  @GetMapping("/versions")
  VersionsReply versions(@AuthenticationPrincipal Caller caller, @PathVariable String identifier) {
    return documents
        .versions(caller.organizationId(), owner(identifier))
        .map(versions -> versions.stream().map(VersionRepresentation::of).toList())
        .map(versions -> new VersionsReply(true, versions))
        .orElseThrow(() -> noOwner(identifier));
  }

  @GetMapping("/versions/{version}")
  VersionReply version(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      @PathVariable long version,
      @RequestParam(required = false) @Nullable Long compare) {
    DocumentVersion found = one(caller, identifier, version);
    return new VersionReply(
        true,
        VersionRepresentation.of(found),
        PermissionsRepresentation.of(found.permissions()),
        Optional.ofNullable(compare)
            .map(earlier -> one(caller, identifier, earlier))
            .map(before -> differences(before.permissions(), found.permissions())));
  }

  @PostMapping("/versions/{version}/restore")
  PermissionsReply restore(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      @PathVariable long version,
      ChangeTerms terms) {
    return changed(
        caller, identifier, terms, () -> documents.restore(caller, owner(identifier), version));
  }

  private PermissionsReply changed(
      Caller caller, String identifier, ChangeTerms terms, Supplier<PermissionsOutcome> change) {
    return GuardedReply.of(
        changes.of(caller, terms, change),
        (outcome, preview) -> reply(outcome, identifier, preview));
  }

  /** What somebody may do under the document, or might if it were otherwise. */
  @PostMapping("/simulate")
  SimulationReply simulate(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String identifier,
      @RequestBody JsonNode body) {
    PermissionOwner owner = owner(identifier);
    SimulationRequest.Simulated request = SimulationRequest.read(owner, body);
    PermissionsPatch patch = patch(request.permissions(), false);
    SimulationOutcome outcome =
        request.isAboutAll()
            ? simulations.all(caller, owner, patch, request.question())
            : simulations.one(caller, owner, patch, request.question());
    return switch (outcome) {
      case SimulationOutcome.Answered(Simulation simulation) -> SimulationReply.of(simulation);
      case SimulationOutcome.Refused(PermissionsOutcome.Rejected(var problems)) ->
          throw RequestFault.invalid(
              problems.stream().map(problem -> "in `permissions`: " + problem).toList());
      case SimulationOutcome.Refused(PermissionsOutcome why) -> throw refusal(why, identifier);
    };
  }

  private DocumentVersion one(Caller caller, String identifier, long version) {
    return documents
        .version(caller.organizationId(), owner(identifier), version)
        .orElseThrow(() -> noVersion(version));
  }

  private static List<DifferenceRepresentation> differences(
      PermissionDocument before, PermissionDocument after) {
    Map<String, PermissionBlock> old = blocks(before);
    Map<String, PermissionBlock> young = blocks(after);
    TreeSet<String> keys = new TreeSet<>(old.keySet());
    keys.addAll(young.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(old.get(key), young.get(key)))
        .map(key -> new DifferenceRepresentation(key, block(old.get(key)), block(young.get(key))))
        .toList();
  }

  private static Map<String, PermissionBlock> blocks(PermissionDocument document) {
    return document
        .blocks()
        .collect(
            Collectors.toMap(
                KeyedBlock::key, KeyedBlock::block, (one, _) -> one, LinkedHashMap::new));
  }

  private static @Nullable Map<String, Object> block(@Nullable PermissionBlock block) {
    return block == null ? null : PermissionsRepresentation.block(block, true);
  }

  private PermissionsReply reply(
      PermissionsOutcome outcome,
      String identifier,
      @Nullable AccessPreviewRepresentation preview) {
    if (outcome instanceof PermissionsOutcome.Stored(VersionedPermissions document, var warnings)) {
      return PermissionsReply.of(document, warnings, preview);
    }
    throw refusal(outcome, identifier);
  }

  private RequestFault refusal(PermissionsOutcome outcome, String identifier) {
    return switch (outcome) {
      case PermissionsOutcome.OwnerNotFound _ -> noOwner(identifier);
      case PermissionsOutcome.VersionNotFound(long version) -> noVersion(version);
      case PermissionsOutcome.UnknownFields(var properties, var relations, var problems) ->
          unknownFields(identifier, properties, relations, problems);
      case PermissionsOutcome.Rejected(var problems) -> RequestFault.invalid(problems);
      case PermissionsOutcome.Stored _ -> throw new IllegalStateException("not a refusal");
    };
  }

  private RequestFault noOwner(String identifier) {
    String resource =
        switch (owner(identifier).kind()) {
          case BLUEPRINT -> "Blueprint";
          case ACTION -> "Action";
          case PAGE -> "Page";
        };
    return RequestFault.notFound(resource, "identifier", identifier);
  }

  private static RequestFault noVersion(long version) {
    return RequestFault.notFound("Version", "number", Long.toString(version));
  }

  private static RequestFault unknownFields(
      String blueprint, List<String> properties, List<String> relations, List<String> problems) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("invalidProperties", properties);
    details.put("invalidRelations", relations);
    if (!problems.isEmpty()) {
      details.put("problems", problems);
    }
    String message =
        "blueprint `%s` has no properties %s and no relations %s"
            .formatted(blueprint, properties, relations);
    return new RequestFault(
        new PortError(
            422,
            "invalid_permissions",
            problems.isEmpty() ? message : message + "; " + String.join("; ", problems),
            details));
  }
}
