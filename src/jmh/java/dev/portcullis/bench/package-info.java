/**
 * Measures the engine beside jCasbin and cedar-java on the same worlds; see docs/benchmarks.md.
 * Nothing here is part of the product.
 */
@NullMarked
package dev.portcullis.bench;

import org.jspecify.annotations.NullMarked;
