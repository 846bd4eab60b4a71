/**
 * Knows blueprints, their properties and relations, entities and who owns them.
 *
 * <p>A {@code Blueprint} describes a kind of {@code Entity}; {@code Ownership} says which teams own
 * one. {@code Catalog} is the doorway.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"organization", "audit"})
package dev.portcullis.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
