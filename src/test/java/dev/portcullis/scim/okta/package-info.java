/** Okta's client as its own documentation records it, byte for byte. */
@NullMarked
package dev.portcullis.scim.okta;

import org.jspecify.annotations.NullMarked;
