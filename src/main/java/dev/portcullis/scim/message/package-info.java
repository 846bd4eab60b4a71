/**
 * The messages of RFC 7644 as they come in: strict JSON, patch operations, and what is wrong with
 * them.
 *
 * <p>{@code ScimJson} reads bytes, {@code PatchMessage} reads a patch, {@code ScimFault} is a
 * client's mistake on its way to the reply, {@code RequestNotes} keeps what an administrator should
 * hear of a request that went well.
 */
@NullMarked
package dev.portcullis.scim.message;

import org.jspecify.annotations.NullMarked;
