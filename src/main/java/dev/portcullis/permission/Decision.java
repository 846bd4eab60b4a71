package dev.portcullis.permission;

import dev.portcullis.permission.Reason.Ground;
import dev.portcullis.permission.Reason.Obstacle;
import java.util.List;

/**
 * The answer to a request, with its reasons: at least one, the deciding or first-asked one first.
 */
public sealed interface Decision {

  /** The subject may. */
  record Allowed(List<Ground> reasons) implements Decision {
    public Allowed {
      reasons = present(reasons);
    }
  }

  /** The subject may not; the reasons say what would have been needed. */
  record Denied(List<Obstacle> reasons) implements Decision {
    public Denied {
      reasons = present(reasons);
    }
  }

  List<? extends Reason> reasons();

  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  private static <R extends Reason> List<R> present(List<R> reasons) {
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a decision needs a reason");
    }
    return List.copyOf(reasons);
  }
}
