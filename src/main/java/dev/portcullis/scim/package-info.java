/**
 * Speaks RFC 7643 and RFC 7644 and turns them into directory changes.
 *
 * <p>{@code UsersEndpoint} and {@code GroupsEndpoint} convert, call the {@code Directory}, and
 * render; {@code GroupPatch} and {@code UserPatch} are pure; {@code ScimTokenFilter} turns a token
 * into a connection. {@code BulkRun} sends the operations of a bulk request through the same
 * endpoints.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"directory", "connection", "attribute", "organization", "audit"})
package dev.portcullis.scim;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
