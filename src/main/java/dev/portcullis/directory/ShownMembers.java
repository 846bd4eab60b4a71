package dev.portcullis.directory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who would be shown as a member after each of a list of changes, without writing them. */
final class ShownMembers {

  private final Map<String, Member> byValue = new LinkedHashMap<>();
  private final Map<String, Member> named;

  /**
   * The members before the changes.
   *
   * @param named whom the values in the changes mean; the rest will be parked
   */
  ShownMembers(Collection<Member> present, Map<String, Member> named) {
    this.named = named;
    present.forEach(member -> byValue.put(member.value(), member));
  }

  /** Follows a change, and answers it with everybody whom it selects named by value. */
  GroupChange after(GroupChange change) {
    switch (change) {
      case GroupChange.AddMembers(List<String> values) -> values.forEach(this::add);
      case GroupChange.RemoveMembers(List<String> values) ->
          values.forEach(value -> byValue.remove(meant(value).value()));
      case GroupChange.ReplaceMembers(List<String> values) -> {
        byValue.clear();
        values.forEach(this::add);
      }
      case GroupChange.RemoveSelected(var selection) -> {
        List<String> selected =
            byValue.values().stream().filter(selection).map(Member::value).toList();
        selected.forEach(byValue::remove);
        return new GroupChange.RemoveMembers(selected);
      }
      case GroupChange.Rename _, GroupChange.ChangeExternalId _, GroupChange.EditAttributes _ -> {}
    }
    return change;
  }

  private void add(String value) {
    Member member = meant(value);
    byValue.put(member.value(), member);
  }

  private Member meant(String value) {
    return named.getOrDefault(value, new Member(value, Optional.empty(), true));
  }
}
