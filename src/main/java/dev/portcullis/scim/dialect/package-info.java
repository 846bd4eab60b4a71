/**
 * Where clients read SCIM differently. Each {@code Quirk} finds one departure from the RFCs or from
 * the interoperability profile in a part of a request: a {@code SentValue}, a {@code SentOperation}
 * or the {@code SentHead}. The {@code Reading} of the connection's dialect mends it, leaves it, or
 * refuses it before the ordinary path sees it, and notes the {@code InteropRule} that it breaks.
 * Nothing else in this edge asks which dialect it is.
 */
@NullMarked
package dev.portcullis.scim.dialect;

import org.jspecify.annotations.NullMarked;
