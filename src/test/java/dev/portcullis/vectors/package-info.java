/**
 * The examples of Port's documentation as fixtures: worlds, documents and the decisions in them.
 */
@NullMarked
package dev.portcullis.vectors;

import org.jspecify.annotations.NullMarked;
