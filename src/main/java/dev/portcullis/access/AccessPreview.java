package dev.portcullis.access;

import java.util.List;

/**
 * What a change would make of everybody's rights; somebody may gain and lose at once.
 *
 * @param people how many people were looked at: those who may act before or after
 * @param gaining how many of them would gain a right
 * @param losing how many would lose one
 * @param complete whether all of the catalog was looked at; otherwise the counts are at least so
 *     many
 * @param changes everybody who gains or loses something, in the order of their ids
 * @param warnings what the preview cannot tell, as sentences
 */
public record AccessPreview(
    int people,
    int gaining,
    int losing,
    boolean complete,
    List<AccessChange> changes,
    List<String> warnings) {

  public AccessPreview {
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }

  static AccessPreview of(
      int people, boolean complete, List<AccessChange> changes, List<String> warnings) {
    return new AccessPreview(
        people,
        Math.toIntExact(changes.stream().filter(AccessChange::isGain).count()),
        Math.toIntExact(changes.stream().filter(AccessChange::isLoss).count()),
        complete,
        changes.stream().filter(change -> change.isGain() || change.isLoss()).toList(),
        warnings);
  }
}
