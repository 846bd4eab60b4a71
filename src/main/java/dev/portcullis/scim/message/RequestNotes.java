package dev.portcullis.scim.message;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is remarkable about a request that is served nevertheless. It ends up in the activity log,
 * so it names attributes and never values.
 */
public final class RequestNotes {

  private static final int MAX_NOTES = 10;

  private final Set<String> notes = new LinkedHashSet<>();

  /** Adds a note; repeated ones and those beyond the first few are left out. */
  public void add(String note) {
    if (notes.size() < MAX_NOTES) {
      notes.add(note);
    }
  }

  /** All notes as one text, empty if there is none. */
  public Optional<String> text() {
    return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
  }
}
