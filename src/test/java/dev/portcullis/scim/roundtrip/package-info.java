/**
 * Everything that {@code /Schemas} advertises is written, read, found, sorted and patched as it is
 * advertised. Nothing here knows the attributes; a few only need values that mean something.
 */
@NullMarked
package dev.portcullis.scim.roundtrip;

import org.jspecify.annotations.NullMarked;
