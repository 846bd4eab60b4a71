/**
 * Decides whether a subject may do an action on a resource under a set of rules, as a pure
 * function.
 *
 * <p>An {@code AccessRequest} names a subject, an action and a resource; a {@code RuleSet} holds
 * compiled {@code Rule}s, each guarded by a {@code Condition}; the {@code Authorizer} answers a
 * {@code Decision} with its {@code Reason}s. The package knows the JDK only: no clock, log,
 * randomness, store or null.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.portcullis.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
