package dev.portcullis.api;

import dev.portcullis.catalog.CatalogProblem;
import java.util.List;
import java.util.Map;

/** What Port calls the mistakes in blueprints and entities. */
final class CatalogFaults {

  private CatalogFaults() {}

  static RequestFault rejected(List<CatalogProblem> problems) {
    CatalogProblem first = problems.getFirst();
    List<String> messages =
        problems.stream().map(problem -> "`" + problem.field() + "` " + problem.message()).toList();
    String code =
        switch (first.kind()) {
          case MALFORMED -> "invalid_request";
          case SYSTEM_IDENTIFIER -> "system_identifier_error";
          case SCHEMA_MISMATCH -> "blueprint_schema_mismatch";
          case MISSING_PROPERTY -> "missing_property";
          case OWNERSHIP_PATH -> "invalid_inherited_ownership_path";
          case INHERITED_OWNERSHIP -> "inherited_ownership_enabled";
          case PROTECTED -> "protected_resource";
        };
    Map<String, Object> details =
        first.kind() == CatalogProblem.Kind.SYSTEM_IDENTIFIER
            ? Map.of("field", first.field(), "problems", messages, "identifiers", system(problems))
            : Map.of("field", first.field(), "problems", messages);
    int status = first.kind() == CatalogProblem.Kind.PROTECTED ? 403 : 422;
    return new RequestFault(new PortError(status, code, String.join("; ", messages), details));
  }

  private static List<String> system(List<CatalogProblem> problems) {
    return problems.stream().flatMap(problem -> problem.identifier().stream()).toList();
  }

  /** Port's word for it stands in the message, too, where its clients look for it. */
  static RequestFault hasDependents(String subject, String remedy) {
    return new RequestFault(
        new PortError(
            409,
            "has_dependents",
            "%s has dependant entities (has_dependents): %s".formatted(subject, remedy)));
  }

  static RequestFault noBlueprint(String identifier) {
    return RequestFault.notFound("Blueprint", "identifier", identifier);
  }

  static RequestFault noEntity(String identifier) {
    return RequestFault.notFound("Entity", "identifier", identifier);
  }
}
