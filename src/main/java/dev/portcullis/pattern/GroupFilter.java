package dev.portcullis.pattern;

import java.util.Optional;

/**
 * Which groups count: those that a pattern means, without those that the exception means.
 *
 * @param pattern what is let in
 * @param except what is kept out all the same
 */
public record GroupFilter(GroupPattern pattern, Optional<GroupPattern> except) {

  public boolean matches(String name) {
    return pattern.matches(name) && except.filter(kept -> kept.matches(name)).isEmpty();
  }
}
