package dev.portcullis.signin;

import dev.portcullis.directory.SignInStatement;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what a provider says of a person into the directory's terms (OIDC Core §5.1). */
final class Statements {

  private Statements() {}

  static SignInStatement of(IdToken token, ProviderClaims claims, ClaimedGroups groups) {
    Map<String, Object> withEmail = claims.where("email");
    return new SignInStatement(
        token.subject(),
        claims.text("preferred_username"),
        claims.text("email"),
        isTrue(withEmail.get("email_verified")),
        claims.text("given_name"),
        claims.text("family_name"),
        token.issuedAt(),
        groups);
  }

  /** Some providers write the boolean as a text. */
  private static boolean isTrue(@Nullable Object value) {
    return Boolean.TRUE.equals(value) || "true".equals(value);
  }
}
