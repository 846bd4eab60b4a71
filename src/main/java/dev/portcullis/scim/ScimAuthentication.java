package dev.portcullis.scim;

import dev.portcullis.connection.ScimCredentials;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** That a request comes from the SCIM client of a connection. It grants nothing but this edge. */
final class ScimAuthentication extends AbstractAuthenticationToken {

  private final transient ScimCredentials.Accepted client;

  ScimAuthentication(ScimCredentials.Accepted client) {
    super(List.of());
    this.client = client;
    setAuthenticated(true);
  }

  @Override
  public ScimCredentials.Accepted getPrincipal() {
    return client;
  }

  /** The token itself is not kept. */
  @Override
  public Object getCredentials() {
    return "";
  }
}
