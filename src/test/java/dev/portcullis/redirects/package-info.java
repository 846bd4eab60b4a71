/** Two hundred and more addresses that must lead nobody out of the registered places. */
@NullMarked
package dev.portcullis.redirects;

import org.jspecify.annotations.NullMarked;
