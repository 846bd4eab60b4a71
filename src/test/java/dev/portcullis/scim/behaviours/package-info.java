/**
 * Sixty-one behaviours in which SCIM servers differ, each a test of that number, in the dialects
 * {@code rfc} and {@code okta}. They are short on purpose: this is the list to go through when a
 * conformance suite complains.
 */
@NullMarked
package dev.portcullis.scim.behaviours;

import org.jspecify.annotations.NullMarked;
