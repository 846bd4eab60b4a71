/**
 * Attribute values of users and groups and queries over them, free of SCIM and SQL.
 *
 * <p>{@code CaseFold} is the one normaliser behind every comparison that does not regard case.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.portcullis.attribute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
