/**
 * Evaluates jq filters over trees of JDK values, within bounds that hold whatever the filter does.
 *
 * <p>A {@code JqProgram} is compiled from text, which finds every name that means nothing, and run
 * under {@code JqBounds} of time, steps, size and results. It reaches nothing but its input: no
 * environment, no files, no modules, no clock. The language is jq 1.7's without what reaches
 * further; {@code docs/access.md} lists the functions.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.portcullis.jq;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
