package dev.portcullis.api;

import dev.portcullis.attribute.AttributeSchema;
import dev.portcullis.directory.AttributeSchemaOutcome;
import dev.portcullis.directory.AttributeSchemas;
import dev.portcullis.organization.Caller;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an organization adds to the attributes of its users and groups. */
@RestController
@RequestMapping("/v1/scim-schemas")
class ScimSchemasController {

  private final AttributeSchemas schemas;

  ScimSchemasController(AttributeSchemas schemas) {
    this.schemas = schemas;
  }

  record ScimSchemaReply(boolean ok, ScimSchemaRepresentation scimSchema) {

    static ScimSchemaReply of(AttributeSchema schema) {
      return new ScimSchemaReply(true, ScimSchemaRepresentation.of(schema));
    }
  }

  record ScimSchemasReply(boolean ok, List<ScimSchemaRepresentation> scimSchemas) {}

  @GetMapping
  ScimSchemasReply all(@AuthenticationPrincipal Caller caller) {
    return new ScimSchemasReply(
        true,
        schemas.all(caller.organizationId()).stream().map(ScimSchemaRepresentation::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ScimSchemaReply declare(
      @AuthenticationPrincipal Caller caller, @RequestBody ScimSchemaRequest request) {
    AttributeSchema schema = request.schema();
    return stored(schemas.declare(caller, schema), schema.urn());
  }

  @GetMapping("/{urn}")
  ScimSchemaReply one(@AuthenticationPrincipal Caller caller, @PathVariable String urn) {
    return schemas
        .find(caller.organizationId(), urn)
        .map(ScimSchemaReply::of)
        .orElseThrow(() -> notFound(urn));
  }

  @PutMapping("/{urn}")
  ScimSchemaReply replace(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String urn,
      @RequestBody ScimSchemaRequest request) {
    return stored(schemas.replace(caller, request.schema(urn)), urn);
  }

  @DeleteMapping("/{urn}")
  Done delete(@AuthenticationPrincipal Caller caller, @PathVariable String urn) {
    return switch (schemas.delete(caller, urn)) {
      case AttributeSchemaOutcome.Deleted _ -> Done.DONE;
      case AttributeSchemaOutcome.NotFound _ -> throw notFound(urn);
      case AttributeSchemaOutcome.InUse used -> throw inUse(used);
      case AttributeSchemaOutcome.Stored _,
          AttributeSchemaOutcome.Taken _,
          AttributeSchemaOutcome.Rejected _ ->
          throw new IllegalStateException("not an outcome of deleting");
    };
  }

  private static ScimSchemaReply stored(AttributeSchemaOutcome outcome, String urn) {
    return switch (outcome) {
      case AttributeSchemaOutcome.Stored(AttributeSchema schema) -> ScimSchemaReply.of(schema);
      case AttributeSchemaOutcome.NotFound _ -> throw notFound(urn);
      case AttributeSchemaOutcome.Taken(String taken) ->
          throw RequestFault.conflict(
              "a schema `%s` exists already: a path could mean an attribute of either"
                  .formatted(taken));
      case AttributeSchemaOutcome.InUse used -> throw inUse(used);
      case AttributeSchemaOutcome.Rejected(List<String> problems) ->
          throw RequestFault.invalid(problems);
      case AttributeSchemaOutcome.Deleted _ ->
          throw new IllegalStateException("not an outcome of storing");
    };
  }

  private static RequestFault inUse(AttributeSchemaOutcome.InUse used) {
    String attributes =
        used.paths().stream()
            .map(path -> "`" + String.join(".", path) + "`")
            .collect(Collectors.joining(", "));
    return RequestFault.conflict(
        "%d %s values of %s, which would be lost: remove these over SCIM first"
            .formatted(
                used.holders(),
                used.holders() == 1 ? "resource has" : "resources have",
                attributes.isEmpty() ? "this schema" : attributes));
  }

  private static RequestFault notFound(String urn) {
    return RequestFault.notFound("SCIM schema", "id", urn);
  }
}
