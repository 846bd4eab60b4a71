package dev.portcullis.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The reply to what has nothing more to say: {@code {"ok":true}}, never an empty 204.
 *
 * @param preview what it would do, where that is all that was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Done(boolean ok, @Nullable AccessPreviewRepresentation preview) {

  static final Done DONE = new Done(true, null);
}
