package dev.portcullis.signin.browser;

import dev.portcullis.signin.CodeRedemptions;
import dev.portcullis.signin.RedemptionOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where applications redeem their codes (RFC 6749 §4.1.3); they are public clients. */
@RestController
class TokenController {

  private final CodeRedemptions redemptions;

  TokenController(CodeRedemptions redemptions) {
    this.redemptions = redemptions;
  }

  /** Ends the reading of a request; rendered below. */
  private static final class Fault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String error;
    private final String description;

    Fault(String error, String description) {
      super(description, null, false, false);
      this.error = error;
      this.description = description;
    }
  }

  @PostMapping("/oauth/token")
  ResponseEntity<Map<String, Object>> redeem(HttpServletRequest request) {
    try {
      if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
        return unauthorized("applications have no secret; send `client_id` in the body alone");
      }
      checkForm(request);
      String grantType = required(request, "grant_type");
      if (!grantType.equals("authorization_code")) {
        throw new Fault(
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE, "`grant_type` must be `authorization_code`");
      }
      return answered(
          redemptions.redeem(
              required(request, "client_id"),
              required(request, "redirect_uri"),
              required(request, "code"),
              required(request, "code_verifier")));
    } catch (Fault fault) {
      return error(400, fault.error, fault.description);
    }
  }

  /** What stands in an address ends up in logs, so a code must not. */
  private static void checkForm(HttpServletRequest request) throws Fault {
    boolean form =
        Optional.ofNullable(request.getContentType())
            .filter(type -> type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE))
            .isPresent();
    if (!form || request.getQueryString() != null) {
      throw new Fault(
          OAuth2ErrorCodes.INVALID_REQUEST,
          "send a body of `application/x-www-form-urlencoded` and nothing in the address");
    }
  }

  private static String required(HttpServletRequest request, String name) throws Fault {
    return Requests.single(request, name)
        .orElseThrow(() ->
            new Fault(OAuth2ErrorCodes.INVALID_REQUEST, "`" + name + "` must be there, and once"));
  }

  private static ResponseEntity<Map<String, Object>> answered(RedemptionOutcome outcome) {
    return switch (outcome) {
      case RedemptionOutcome.Redeemed(String accessToken, long expiresIn) -> {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", accessToken);
        body.put("token_type", "Bearer");
        body.put("expires_in", expiresIn);
        yield ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
      }
      case RedemptionOutcome.UnknownApplication _ ->
          unauthorized("no application has this `client_id`");
      case RedemptionOutcome.Invalid(String explanation) ->
          error(400, OAuth2ErrorCodes.INVALID_GRANT, explanation);
    };
  }

  private static ResponseEntity<Map<String, Object>> unauthorized(String description) {
    return error(401, OAuth2ErrorCodes.INVALID_CLIENT, description);
  }

  private static ResponseEntity<Map<String, Object>> error(
      int status, String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    return ResponseEntity.status(status).cacheControl(CacheControl.noStore()).body(body);
  }
}
