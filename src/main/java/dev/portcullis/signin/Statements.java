package dev.portcullis.signin;

import dev.portcullis.directory.SignInStatement;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a verified ID token into what it says of a person (OIDC Core §5.1). */
final class Statements {

  private Statements() {}

  static SignInStatement of(IdToken token, ClaimedGroups groups) {
    Map<String, Object> claims = token.claims();
    return new SignInStatement(
        token.subject(),
        ClaimText.name(claims, "preferred_username"),
        ClaimText.name(claims, "email"),
        isTrue(claims.get("email_verified")),
        ClaimText.name(claims, "given_name"),
        ClaimText.name(claims, "family_name"),
        token.issuedAt(),
        groups);
  }

  /** Some providers write the boolean as a text. */
  private static boolean isTrue(@Nullable Object value) {
    return Boolean.TRUE.equals(value) || "true".equals(value);
  }
}
