/**
 * Attribute definitions and values of users and groups and queries over them, free of SCIM and SQL.
 *
 * <p>{@code AttributeSchema} is what an organization adds to the attributes of RFC 7643.
 *
 * <p>{@code CaseFold} is the one normaliser behind every comparison that does not regard case.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.portcullis.attribute;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
