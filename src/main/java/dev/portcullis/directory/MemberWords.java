package dev.portcullis.directory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a list of changes says of a group's members in the end: a later operation outweighs an
 * earlier one, and a complete statement takes back all before it.
 *
 * @param complete whether it also says <i>not member</i> of everybody whom it does not name
 * @param said by the value sent: whether it is a member
 */
record MemberWords(boolean complete, Map<String, Boolean> said) {

  MemberWords {
    said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
  }

  /** Folds the operations in their order. */
  static MemberWords of(List<GroupChange> changes) {
    boolean complete = false;
    // In the order of the last word on each value: two values may mean one user.
    SequencedMap<String, Boolean> said = new LinkedHashMap<>();
    for (GroupChange change : changes) {
      switch (change) {
        case GroupChange.AddMembers(List<String> values) ->
            values.forEach(v -> said.putLast(v, true));
        case GroupChange.RemoveMembers(List<String> values) ->
            values.forEach(v -> said.putLast(v, false));
        case GroupChange.ReplaceMembers(List<String> values) -> {
          complete = true;
          // Whom this very request named before has been named, and is now said not to belong.
          said.replaceAll((_, _) -> false);
          values.forEach(v -> said.putLast(v, true));
        }
        // Whom it selects is known only under the group's lock: see MemberSelections.
        case GroupChange.RemoveSelected _,
            GroupChange.Rename _,
            GroupChange.ChangeExternalId _,
            GroupChange.EditAttributes _ -> {}
      }
    }
    return new MemberWords(complete, said);
  }

  /** Whether nothing is said of anybody. */
  boolean isSilent() {
    return !complete && said.isEmpty();
  }
}
