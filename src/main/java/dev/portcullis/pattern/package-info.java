/**
 * Matches group names the way Okta's group filters do, in linear time.
 *
 * <p>A {@code GroupPattern} is one of the four filter kinds; a {@code GroupFilter} is a pattern
 * with an optional exception. Matching is always of the whole name, and case counts. What comes
 * from outside becomes a pattern through {@code GroupPattern.parse} alone, whose {@code
 * ParsedPattern} says what to change where it refuses.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.portcullis.pattern;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
