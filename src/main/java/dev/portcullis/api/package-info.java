/**
 * Port-shaped REST, ours beside it, and the AuthZEN decision API.
 *
 * <p>Controllers convert, call one doorway and render; {@code PortErrors} gives every error Port's
 * shape.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "signin",
      "access",
      "access :: configuration",
      "directory",
      "permission",
      "pattern",
      "attribute",
      "catalog",
      "connection",
      "organization",
      "audit"
    })
package dev.portcullis.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
