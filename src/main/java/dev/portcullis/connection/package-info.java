/**
 * A link to an identity provider: issuer, client, group filter, dialect, SCIM tokens.
 *
 * <p>{@code Connections} is the doorway to {@code Connection}s and their {@code ScimToken}s.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"organization", "pattern", "audit"})
package dev.portcullis.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
