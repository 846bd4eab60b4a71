package dev.portcullis.permission;

import dev.portcullis.permission.Reason.Ground;
import dev.portcullis.permission.Reason.Obstacle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The answer to a request, with its reasons: at least one, the deciding or first-asked one first.
 */
public sealed interface Decision {

  /** The subject may. */
  record Allowed(List<Ground> reasons) implements Decision {
    public Allowed {
      reasons = List.copyOf(present(reasons));
    }
  }

  /** The subject may not; the reasons say what would have been needed. */
  record Denied(List<Obstacle> reasons) implements Decision {
    public Denied {
      reasons = present(reasons) instanceof Obstacles ? reasons : List.copyOf(reasons);
    }
  }

  /** Allows if all of them do, with all that they rest on; else the first that denies. */
  static Decision all(List<Decision> decisions) {
    Set<Ground> grounds = new LinkedHashSet<>();
    for (Decision decision : decisions) {
      switch (decision) {
        case Allowed(List<Ground> reasons) -> grounds.addAll(reasons);
        case Denied denied -> {
          return denied;
        }
      }
    }
    return new Allowed(List.copyOf(grounds));
  }

  List<? extends Reason> reasons();

  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  private static <R extends Reason> List<R> present(List<R> reasons) {
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a decision needs a reason");
    }
    return reasons;
  }
}
