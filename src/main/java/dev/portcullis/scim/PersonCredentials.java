package dev.portcullis.scim;

import dev.portcullis.connection.ScimCredentials;
import dev.portcullis.directory.Directory;
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
  private final Directory directory;

  PersonCredentials(AccessTokens tokens, ScimCredentials credentials, Directory directory) {
    this.tokens = tokens;
    this.credentials = credentials;
    this.directory = directory;
  }

  /**
   * The person beside the connection that they signed in through; empty if the token is no access
   * token, is expired, or its person or connection no longer stands.
   *
   * @throws ScimFault 403 if it is an API client's
   */
  Optional<ScimCredentials.Accepted> accept(String token, String traceId) {
    return tokens.caller(token, traceId).flatMap(this::accepted);
  }

  private Optional<ScimCredentials.Accepted> accepted(Caller caller) {
    return switch (caller.actor()) {
      case Actor.Person person ->
          credentials
              .accept(caller, person)
              .filter(found -> directory.signedIn(found.connection(), person).isPresent());
      case Actor.Client _ ->
          throw ScimFault.of(
              HttpServletResponse.SC_FORBIDDEN,
              "an API client's access token stands for no user: sign in, or use /Users with a SCIM"
                  + " token");
      case Actor.Provisioner _, Actor.Server _ -> Optional.empty();
    };
  }
}
