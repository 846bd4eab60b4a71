/**
 * Decides whether a subject may do an action on a resource under a set of rules, as a pure
 * function.
 *
 * <p>An {@code AccessRequest} names a {@code Subject}, an {@code Action} and a {@code Resource}; a
 * {@code RuleSet} holds the compiled {@code Rule}s of the resource's type, each guarded by a {@code
 * Condition}; the {@code Authorizer} answers a {@code Decision} with its {@code Reason}s. The
 * package knows the JDK only: no clock, log, randomness, store or null. Start reading at {@code
 * Authorizer}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.portcullis.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
