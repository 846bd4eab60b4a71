package dev.portcullis.access.configuration;

import java.util.List;

/**
 * What came of bringing one thing about.
 *
 * @param problems why it was refused; none if it was done
 * @param warnings what is odd about it, or to be done besides
 */
record Applied(List<String> problems, List<String> warnings) {

  static final Applied DONE = new Applied(List.of(), List.of());

  static Applied refused(List<String> problems) {
    return new Applied(List.copyOf(problems), List.of());
  }

  static Applied refused(String problem) {
    return refused(List.of(problem));
  }

  static Applied done(List<String> warnings) {
    return new Applied(List.of(), List.copyOf(warnings));
  }

  boolean isRefused() {
    return !problems.isEmpty();
  }
}
