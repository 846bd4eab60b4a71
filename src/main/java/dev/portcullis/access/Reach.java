package dev.portcullis.access;

import java.util.UUID;

/** How far a caller may go on a route. */
public sealed interface Reach {

  /** Whatever the caller's organization has. */
  record Everything() implements Reach {}

  /** What is about the caller, who is this user. */
  record Themselves(UUID userId) implements Reach {}

  /** Nothing, for the reason given. */
  record Nothing(RouteDenial denial) implements Reach {}

  /** Whether what is about a user lies within it. */
  default boolean covers(UUID userId) {
    return switch (this) {
      case Everything _ -> true;
      case Themselves(UUID own) -> own.equals(userId);
      case Nothing _ -> false;
    };
  }
}
