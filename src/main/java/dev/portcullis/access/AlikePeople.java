package dev.portcullis.access;

import dev.portcullis.permission.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** People whom a document cannot tell apart, before a change or after it; one stands for all. */
final class AlikePeople {

  private final List<UUID> members = new ArrayList<>();
  private final Map<Action, Extent> before;
  private final Map<Action, Extent> after;
  private final Map<Action, Set<String>> gained = new HashMap<>();
  private final Map<Action, Set<String>> lost = new HashMap<>();

  /**
   * Nobody yet.
   *
   * @param before what lists give each of them before the change
   * @param after the same afterwards
   */
  AlikePeople(Map<Action, Extent> before, Map<Action, Extent> after) {
    this.before = before;
    this.after = after;
  }

  void add(UUID userId) {
    members.add(userId);
  }

  List<UUID> members() {
    return Collections.unmodifiableList(members);
  }

  UUID representative() {
    return members.getFirst();
  }

  /** Whether they may do this with everything, so that no entity has to be looked at. */
  boolean isEverything(Action action) {
    return before.getOrDefault(action, Extent.NOTHING).everything()
        && after.getOrDefault(action, Extent.NOTHING).everything();
  }

  /** Takes down that the answer about a stored entity is another one, as it is afterwards. */
  void note(Action action, String entity, boolean allowed) {
    (allowed ? gained : lost).computeIfAbsent(action, _ -> new TreeSet<>()).add(entity);
  }

  Map<Action, Extent> gains() {
    return beyond(after, before, gained);
  }

  Map<Action, Extent> losses() {
    return beyond(before, after, lost);
  }

  private static Map<Action, Extent> beyond(
      Map<Action, Extent> one, Map<Action, Extent> other, Map<Action, Set<String>> entities) {
    Map<Action, Extent> more = new HashMap<>();
    Set<Action> actions = new HashSet<>(one.keySet());
    actions.addAll(entities.keySet());
    for (Action action : actions) {
      Extent rest =
          one.getOrDefault(action, Extent.NOTHING)
              .beyond(other.getOrDefault(action, Extent.NOTHING))
              .withEntities(entities.getOrDefault(action, Set.of()));
      if (!rest.isNothing()) {
        more.put(action, rest);
      }
    }
    return more;
  }
}
