/**
 * Where clients read SCIM differently: one {@code Reading} for each dialect of a connection, and
 * nothing else in this edge asks which dialect it is.
 */
@NullMarked
package dev.portcullis.scim.dialect;

import org.jspecify.annotations.NullMarked;
