package dev.portcullis.scim.filter;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.List;
import java.util.Optional;

/** Finds the attribute that {@code sortBy} names (RFC 7644 §3.4.2.3). */
public final class SortBinder {

  private SortBinder() {}

  /**
   * The key by which resources of one type are sorted; empty if they lack the attribute and another
   * type has it, so that all of them are without value.
   *
   * @param searched the schemas of all types that are sorted together
   * @throws ScimFault {@code invalidPath} if no type has it, or it cannot be sorted by
   */
  public static Optional<AttributeKey> key(
      String sortBy, ResourceSchema schema, List<ResourceSchema> searched) {
    AttributeReference name =
        AttributeReference.read(sortBy, 1)
            .orElseThrow(() ->
                ScimFault.invalidPath(
                    "`sortBy` must be an attribute's name, such as userName or name.familyName"));
    if (searched.stream().noneMatch(s -> NamedAttribute.find(name, s).isPresent())) {
      throw ScimFault.invalidPath(
          "`sortBy` names "
              + name.quoted()
              + ", which is not an attribute of what is searched for");
    }
    return NamedAttribute.find(name, schema).map(found -> sortable(found, name).key());
  }

  private static NamedAttribute sortable(NamedAttribute found, AttributeReference name) {
    if (found.isSecret()) {
      throw ScimFault.invalidPath("`sortBy` names " + name.quoted() + ", which is never shown");
    }
    return found
        .comparable()
        .orElseThrow(() ->
            ScimFault.invalidPath(
                "`sortBy` names "
                    + name.quoted()
                    + ", which has several parts: name one of them, such as name.familyName"));
  }
}
