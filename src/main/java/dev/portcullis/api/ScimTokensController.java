package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.connection.ScimToken;
import dev.portcullis.connection.ScimTokenOutcome;
import dev.portcullis.connection.ScimTokens;
import dev.portcullis.organization.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tokens with which a connection's SCIM client comes. */
@RestController
@RequestMapping("/v1/connections/{name}/scim-tokens")
class ScimTokensController {

  private final ScimTokens tokens;

  ScimTokensController(ScimTokens tokens) {
    this.tokens = tokens;
  }

  record Draft(@Nullable String description, @Nullable Instant expiresAt) {}

  /** {@code token} is there in the reply that made it, and never again. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ScimTokenRepresentation(
      UUID id,
      @Nullable String token,
      @Nullable String description,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      Instant createdAt) {

    static ScimTokenRepresentation of(ScimToken token, @Nullable String secret) {
      return new ScimTokenRepresentation(
          token.id(),
          secret,
          token.description().orElse(null),
          token.expiresAt().orElse(null),
          token.lastUsedAt().orElse(null),
          token.createdAt());
    }
  }

  record Reply(boolean ok, ScimTokenRepresentation scimToken) {}

  record ListReply(boolean ok, List<ScimTokenRepresentation> scimTokens) {}

  @PostMapping
  ResponseEntity<Reply> mint(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String name,
      @RequestBody(required = false) @Nullable Draft draft) {
    Draft wish = draft == null ? new Draft(null, null) : draft;
    ScimTokenOutcome outcome =
        tokens.mint(
            caller,
            name,
            Optional.ofNullable(wish.description()),
            Optional.ofNullable(wish.expiresAt()));
    return switch (outcome) {
      case ScimTokenOutcome.Minted(ScimToken token, String secret) ->
          ResponseEntity.status(HttpStatus.CREATED)
              .cacheControl(CacheControl.noStore())
              .body(new Reply(true, ScimTokenRepresentation.of(token, secret)));
      case ScimTokenOutcome.NotFound _ -> throw ConnectionsController.notFound(name);
      case ScimTokenOutcome.Rejected(String problem) -> throw RequestFault.invalid(problem);
      case ScimTokenOutcome.Revoked _ ->
          throw new IllegalStateException("not an outcome of minting");
    };
  }

  @GetMapping
  ListReply list(@AuthenticationPrincipal Caller caller, @PathVariable String name) {
    return tokens
        .of(caller.organizationId(), name)
        .map(live ->
            new ListReply(
                true, live.stream().map(token -> ScimTokenRepresentation.of(token, null)).toList()))
        .orElseThrow(() -> ConnectionsController.notFound(name));
  }

  @DeleteMapping("/{id}")
  Done revoke(
      @AuthenticationPrincipal Caller caller, @PathVariable String name, @PathVariable String id) {
    UUID tokenId = Identifiers.uuid("ScimToken", "id", id);
    return switch (tokens.revoke(caller, name, tokenId)) {
      case ScimTokenOutcome.Revoked _ -> Done.DONE;
      case ScimTokenOutcome.NotFound _ -> throw RequestFault.notFound("ScimToken", "id", id);
      case ScimTokenOutcome.Minted _, ScimTokenOutcome.Rejected _ ->
          throw new IllegalStateException("not an outcome of revoking");
    };
  }
}
