/**
 * Patches of RFC 7644 §3.5.2 as pure functions: {@code GroupPatch} says what changes without
 * knowing the group, {@code UserPatch} computes a profile from the present one.
 */
@NullMarked
package dev.portcullis.scim.patch;

import org.jspecify.annotations.NullMarked;
