package dev.portcullis.scim.filter;

import dev.portcullis.scim.message.ScimFault;

/** Which fault it is that a text cannot be read, and where the text is wrong. */
enum PositionedFault {
  FILTER {
    @Override
    ScimFault of(String detail) {
      return ScimFault.invalidFilter(detail);
    }
  },
  PATH {
    @Override
    ScimFault of(String detail) {
      return ScimFault.invalidPath(detail);
    }
  };

  abstract ScimFault of(String detail);

  /**
   * A fault at a position.
   *
   * @param position counted from 1, in characters
   * @param problem what to change; it must not repeat a value, for it goes to the activity log
   */
  ScimFault at(int position, String problem) {
    return of("at position " + position + ": " + problem);
  }
}
