/**
 * Owns users, groups, credential epochs and the evidence of who belongs where.
 *
 * <p>{@code Directory} is the doorway. {@code GroupChange}s become SCIM's words, claims become the
 * sign-ins' register, and {@code Membership} derives from the two who belongs.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"connection", "attribute", "pattern", "organization", "audit"})
package dev.portcullis.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
