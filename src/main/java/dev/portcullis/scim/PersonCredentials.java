package dev.portcullis.scim;

import dev.portcullis.connection.ScimCredentials;
import dev.portcullis.organization.AccessTokens;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.scim.message.ScimFault;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Turns the access token of a person who signed in into who that is now, for {@code /Me}. */
@Component
class PersonCredentials {

  private final AccessTokens tokens;
  private final ScimCredentials credentials;

  PersonCredentials(AccessTokens tokens, ScimCredentials credentials) {
    this.tokens = tokens;
    this.credentials = credentials;
  }

  /**
   * The person beside the connection that they signed in through; empty if the token is no access
   * token, is expired, or its person is no longer signed in.
   *
   * @throws ScimFault 403 if it is an API client's
   */
  Optional<ScimCredentials.Accepted> accept(String token, String traceId) {
    return tokens.caller(token, traceId).flatMap(this::accepted);
  }

  private Optional<ScimCredentials.Accepted> accepted(Caller caller) {
    return switch (caller.actor()) {
      case Actor.Person person -> credentials.accept(caller, person);
      case Actor.Client _ ->
          throw ScimFault.of(
              HttpServletResponse.SC_FORBIDDEN,
              "an API client's access token stands for no user: sign in, or use /Users with a SCIM"
                  + " token");
      case Actor.Provisioner _, Actor.IdentityProvider _, Actor.Server _ -> Optional.empty();
    };
  }
}
