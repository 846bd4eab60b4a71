/**
 * Owns group rules and permission documents, compiles them and answers access questions.
 *
 * <p>{@code GroupRule}s turn groups into roles, {@code BlueprintPermissions} say who may do what,
 * and {@code AccessDecisions} joins both with the directory and asks the pure engine.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "permission",
      "directory",
      "catalog",
      "connection",
      "attribute",
      "pattern",
      "jq",
      "organization",
      "audit"
    })
package dev.portcullis.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
