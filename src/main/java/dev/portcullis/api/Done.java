package dev.portcullis.api;

/** The reply to what has nothing more to say: {@code {"ok":true}}, never an empty 204. */
record Done(boolean ok) {

  static final Done DONE = new Done(true);
}
