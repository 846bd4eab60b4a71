package dev.portcullis.api;

import dev.portcullis.access.Grant;
import dev.portcullis.access.GroupRuleDraft;
import dev.portcullis.access.PortRole;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request says of a group rule; POST and PUT must say all of it, PATCH a part. */
record GroupRuleFields(
    FieldChange<String> identifier,
    FieldChange<String> title,
    FieldChange<List<@Nullable String>> connections,
    FieldChange<GroupFilterRepresentation> groups,
    FieldChange<GrantRequest> grant) {

  record GrantRequest(@Nullable String role, @Nullable List<@Nullable String> blueprints) {

    private Grant grant() {
      String name = RequestFault.required("grant.role", role);
      PortRole granted =
          Arrays.stream(PortRole.values())
              .filter(known -> known.wireName().equals(name))
              .findFirst()
              .orElseThrow(() ->
                  RequestFault.invalid(
                      "grant.role", "`grant.role` must be `Admin`, `Moderator` or `Member`"));
      return new Grant(
          granted, texts("grant.blueprints", blueprints == null ? List.of() : blueprints));
    }
  }

  /** The rule that these fields say in full. */
  GroupRuleDraft draft() {
    return over(identifier.required("identifier", null), null);
  }

  /** The rule in full, under the identifier that the path has; a body may repeat it. */
  GroupRuleDraft draft(String inPath) {
    return over(identifier.applied(inPath, inPath), null);
  }

  /** The rule that these fields make of the present one. */
  GroupRuleDraft over(GroupRuleDraft current) {
    return over(identifier.required("identifier", current.identifier()), current);
  }

  private GroupRuleDraft over(String identifier, @Nullable GroupRuleDraft current) {
    return new GroupRuleDraft(
        identifier,
        title.required("title", current == null ? null : current.title()),
        connections
            .map(names -> texts("connections", names))
            .required("connections", current == null ? null : current.connections()),
        groups
            .map(filter -> filter.filter("groups"))
            .required("groups", current == null ? null : current.groups()),
        grant.map(GrantRequest::grant).required("grant", current == null ? null : current.grant()));
  }

  private static List<String> texts(String field, List<@Nullable String> values) {
    return values.stream().map(value -> RequestFault.required(field, value)).toList();
  }
}
