package dev.portcullis.scim.message;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is remarkable about a request that is served nevertheless. It ends up in the activity log,
 * so it names attributes and never values.
 */
public final class RequestNotes {

  private static final int MAX_NOTES = 10;

  private final Set<String> breaches = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /** Notes which rule of the interoperability profile the request breaks; each counts once. */
  public void breaksInterop(String breach) {
    breaches.add(breach);
  }

  /** Adds a note; repeated ones and those beyond the first few are left out. */
  public void add(String note) {
    if (notes.size() < MAX_NOTES) {
      notes.add(note);
    }
  }

  /** All notes as one text, empty if there is none. */
  public Optional<String> text() {
    List<String> all = new ArrayList<>(notes);
    if (!breaches.isEmpty()) {
      // First, for the log cuts off what is too long, and there are only so many rules.
      all.addFirst("breaks interop: " + String.join(", ", breaches));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
  }
}
