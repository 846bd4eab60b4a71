package dev.portcullis.directory;

import java.util.UUID;

/** Where a walk through results goes on (RFC 9865). */
public sealed interface Cursor {

  /** After the resource of that id, where results come in order of their ids. */
  record AfterId(UUID id) implements Cursor {}

  /**
   * At a step of a walk whose order was fixed when it began.
   *
   * @param step of the next result, counted from 0
   */
  record AtStep(UUID walkId, int step) implements Cursor {}
}
