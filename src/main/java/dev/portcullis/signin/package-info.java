/**
 * OpenID Connect sign-in: validates tokens, reads the groups claim and synchronises.
 *
 * <p>{@code SignIns} is the doorway; {@code IdTokens} validates, {@code GroupsClaim} reads, {@code
 * IssuerCheck} stands behind a connection's {@code verify}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"access", "directory", "connection", "organization", "audit"})
package dev.portcullis.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
