package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.messages.PatchOpType;
import dev.portcullis.directory.GroupChange;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.filter.Equality;
import dev.portcullis.scim.message.Operation;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributePath;
import dev.portcullis.scim.schema.MemberValues;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one operation says of a group's members. */
final class MemberOperation {

  private MemberOperation() {}

  static void add(Operation operation, AttributePath target, Reading reading, ChangeList changes) {
    if (target.subAttribute().isPresent()) {
      throw ScimFault.mutability(
          "`" + target.name() + "` cannot be changed: remove the member and add another");
    }
    GroupChange change =
        target
            .valueFilter()
            .map(filter -> selected(operation, filter))
            .orElseGet(() -> whole(operation, reading));
    changes.add(change);
  }

  private static GroupChange selected(Operation operation, Filter filter) {
    if (operation.type() != PatchOpType.REMOVE) {
      throw ScimFault.invalidPath(
          "operation "
              + operation.number()
              + ": a path with a filter on members is for `remove`; use the path members to add");
    }
    return new GroupChange.RemoveMembers(named(filter));
  }

  private static GroupChange whole(Operation operation, Reading reading) {
    return switch (operation.type()) {
      case ADD -> new GroupChange.AddMembers(values(operation, reading));
      case REPLACE -> new GroupChange.ReplaceMembers(values(operation, reading));
      case REMOVE ->
          operation.value().isMissingNode() || operation.value().isNull()
              ? new GroupChange.ReplaceMembers(List.of())
              : new GroupChange.RemoveMembers(values(operation, reading));
    };
  }

  private static List<String> values(Operation operation, Reading reading) {
    return MemberValues.read(operation.value(), reading).orElse(List.of());
  }

  /**
   * The values that a filter such as {@code value eq "a" or value eq "b"} names. The parser repeats
   * operands of a chain, and nests what was written flat: each value counts once.
   */
  private static List<String> named(Filter filter) {
    Set<String> values = new LinkedHashSet<>();
    List<Filter> open = new ArrayList<>(List.of(filter));
    while (!open.isEmpty()) {
      Filter next = open.removeLast();
      List<Filter> parts = next.getFilterType() == FilterType.OR ? next.getCombinedFilters() : null;
      if (parts == null) {
        values.add(value(next));
      } else {
        open.addAll(parts.reversed());
      }
    }
    return List.copyOf(values);
  }

  private static String value(Filter filter) {
    return Equality.of(filter)
        .filter(equality -> equality.attribute().toString().equalsIgnoreCase("value"))
        .flatMap(equality -> equality.operand().stringValueOpt())
        .orElseThrow(MemberOperation::notServed);
  }

  private static ScimFault notServed() {
    return ScimFault.invalidPath(
        "members are selected by members[value eq \"…\"], several of them joined by `or`");
  }
}
