/**
 * The example requests of RFC 7644, section by section, as conversations with the running server in
 * the {@code rfc} dialect. The people and groups are the RFC's own.
 */
@NullMarked
package dev.portcullis.scim.rfc;

import org.jspecify.annotations.NullMarked;
