package dev.portcullis.api;

import dev.portcullis.organization.AccessTokenOutcome;
import dev.portcullis.organization.AccessTokens;
import dev.portcullis.organization.SigningKeys;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives out access tokens, and the keys by which others can check them. Open to everybody. */
@RestController
class AccessTokenController {

  private final AccessTokens tokens;
  private final SigningKeys keys;

  AccessTokenController(AccessTokens tokens, SigningKeys keys) {
    this.tokens = tokens;
    this.keys = keys;
  }

  record Credentials(@Nullable String clientId, @Nullable String clientSecret) {}

  record AccessTokenRepresentation(
      boolean ok, String accessToken, long expiresIn, String tokenType) {}

  @PostMapping("/v1/auth/access_token")
  ResponseEntity<AccessTokenRepresentation> issue(@RequestBody Credentials credentials) {
    AccessTokenOutcome outcome =
        tokens.issue(
            RequestFault.required("clientId", credentials.clientId()),
            RequestFault.required("clientSecret", credentials.clientSecret()));
    return switch (outcome) {
      case AccessTokenOutcome.Issued(String token, long expiresIn) ->
          ResponseEntity.ok()
              .cacheControl(CacheControl.noStore())
              .body(new AccessTokenRepresentation(true, token, expiresIn, "Bearer"));
      case AccessTokenOutcome.InvalidCredentials _ ->
          throw new RequestFault(
              new PortError(
                  401,
                  "invalid_credentials",
                  "no client has this id and secret; check `clientId` and `clientSecret`"));
    };
  }

  /** The public keys of our access tokens (RFC 7517 §5). */
  @GetMapping("/.well-known/jwks.json")
  Map<String, Object> publicKeys() {
    return keys.publicKeys().toJSONObject();
  }
}
