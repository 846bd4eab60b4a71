package dev.portcullis.access;

import java.util.Map;
import java.util.Optional;

/** What a change says of a block's policy. */
public sealed interface PolicyChange {

  /** Nothing. */
  record Keep() implements PolicyChange {}

  /** It goes. */
  record Clear() implements PolicyChange {}

  /** This takes its place, as a tree of JDK values. */
  record Set(Map<String, Object> policy) implements PolicyChange {}

  /** The policy from now on. */
  default Optional<Map<String, Object>> applied(Optional<Map<String, Object>> current) {
    return switch (this) {
      case Keep _ -> current;
      case Clear _ -> Optional.empty();
      case Set(var policy) -> Optional.of(policy);
    };
  }
}
