package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchOpType;
import dev.portcullis.directory.GroupChange;
import dev.portcullis.directory.Member;
import dev.portcullis.scim.message.Operation;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributePath;
import dev.portcullis.scim.schema.MemberValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What one operation says of a group's members. */
final class MemberChange {

  private MemberChange() {}

  /**
   * The change, empty if nothing is said of anybody.
   *
   * @param userAddress where the user of an id is found
   */
  static Optional<GroupChange> of(
      Operation operation, AttributePath target, UnaryOperator<String> userAddress) {
    if (target.subAttribute().isPresent()) {
      throw immutable(target.name());
    }
    return target.valueFilter().isPresent()
        ? Optional.of(selected(operation, target, target.valueFilter().get(), userAddress))
        : whole(operation);
  }

  /** Parts of a member are immutable (RFC 7643 §4.2). */
  private static ScimFault immutable(String name) {
    return ScimFault.mutability(
        "`" + name + "` cannot be changed: remove the member and add another");
  }

  /** Whom a filter names by value is found without reading the group. */
  private static GroupChange selected(
      Operation operation, AttributePath target, Filter filter, UnaryOperator<String> userAddress) {
    if (operation.type() != PatchOpType.REMOVE) {
      throw immutable(target.name());
    }
    Optional<List<String>> values = Equalities.valuesNamed(filter);
    if (values.isPresent()) {
      return new GroupChange.RemoveMembers(values.get());
    }
    ValueSelection selection = ValueSelection.of(filter, target.attribute());
    return new GroupChange.RemoveSelected(member -> selection.selects(shown(member, userAddress)));
  }

  /** A member as reads show it. */
  private static Map<String, Object> shown(Member member, UnaryOperator<String> userAddress) {
    Map<String, Object> shown = new HashMap<>();
    shown.put("value", member.value());
    shown.put("type", "User");
    member.display().ifPresent(display -> shown.put("display", display));
    if (!member.parked()) {
      shown.put("$ref", userAddress.apply(member.value()));
    }
    return shown;
  }

  private static Optional<GroupChange> whole(Operation operation) {
    return switch (operation.type()) {
      case ADD ->
          operation.isWithoutValue()
              ? Optional.empty()
              : Optional.of(new GroupChange.AddMembers(values(operation)));
      case REPLACE ->
          operation.value().isMissingNode()
              ? Optional.empty()
              : Optional.of(new GroupChange.ReplaceMembers(values(operation)));
      case REMOVE ->
          Optional.of(
              operation.value().isMissingNode() || operation.value().isNull()
                  ? new GroupChange.ReplaceMembers(List.of())
                  : new GroupChange.RemoveMembers(values(operation)));
    };
  }

  private static List<String> values(Operation operation) {
    return MemberValues.read(operation.value()).orElse(List.of());
  }
}
