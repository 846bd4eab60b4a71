package dev.portcullis.organization;

import java.util.UUID;

/**
 * On whose behalf a piece of work is done: the organization that bounds it, the actor that the
 * audit trail names, and the request that it came through.
 *
 * @param traceId 32 hexadecimal digits; the reply carries them as {@code X-Trace-Id}
 */
public record Caller(UUID organizationId, Actor actor, String traceId) {

  /** Whether this is the deployment's operator, who alone may see and make other organizations. */
  public boolean isOperator() {
    return actor instanceof Actor.Client client && client.operator();
  }

  /** What an app is limited to; nobody else is. */
  public Scopes scopes() {
    return actor instanceof Actor.Client client ? client.scopes() : Scopes.ALL;
  }
}
