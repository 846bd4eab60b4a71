package dev.portcullis.scim.schema;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.directory.GroupChange;
import dev.portcullis.directory.GroupDraft;
import dev.portcullis.scim.dialect.Reading;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A group in JSON. Its members are read apart from other attributes, for there may be very many.
 *
 * @param attributes those of extensions
 * @param members empty if nothing is said of them
 */
public record GroupDocument(
    String displayName,
    Optional<String> externalId,
    AttributeValues attributes,
    Optional<List<String>> members) {

  /**
   * Reads a whole group.
   *
   * @throws ScimFault if {@code displayName} is missing or a value is of the wrong type
   */
  public static GroupDocument read(
      ObjectNode group, ResourceSchema schema, Reading reading, RequestNotes notes) {
    Reader reader = new Reader(group.objectNode());
    for (Map.Entry<String, JsonNode> property : group.properties()) {
      if (schema.extension(property.getKey()).isPresent()) {
        reader.extensions.set(property.getKey(), property.getValue());
      } else {
        reader.take(property.getKey(), property.getValue(), reading, notes);
      }
    }
    AttributeReader attributes = new AttributeReader(reading, notes);
    return new GroupDocument(
        Optional.ofNullable(reader.displayName)
            .orElseThrow(() -> ScimFault.invalidValue("`displayName` is missing: send a text")),
        Optional.ofNullable(reader.externalId).filter(id -> !id.isBlank()),
        new AttributeValues(attributes.read(reader.extensions, schema)),
        Optional.ofNullable(reader.members));
  }

  /** The group as one to be made. */
  public GroupDraft draft(WriteRules rules) {
    return new GroupDraft(
        displayName, externalId, rules.created(attributes), members.orElse(List.of()));
  }

  /** What changes where a group is replaced by this one. */
  public List<GroupChange> replacement(WriteRules rules, Reading reading) {
    List<GroupChange> changes = new ArrayList<>();
    changes.add(new GroupChange.Rename(displayName));
    changes.add(new GroupChange.ChangeExternalId(externalId));
    changes.add(new GroupChange.EditAttributes(current -> rules.replaced(current, attributes)));
    members
        .or(() -> reading.absentMembersMeanNone() ? Optional.of(List.of()) : Optional.empty())
        .map(GroupChange.ReplaceMembers::new)
        .ifPresent(changes::add);
    return changes;
  }

  private static final class Reader {
    @Nullable String displayName;
    @Nullable String externalId;
    @Nullable List<String> members;
    final ObjectNode extensions;

    Reader(ObjectNode extensions) {
      this.extensions = extensions;
    }

    void take(String name, JsonNode value, Reading reading, RequestNotes notes) {
      switch (name.toLowerCase(Locale.ROOT)) {
        case "displayname" -> displayName = text("displayName", value);
        case "externalid" -> externalId = text("externalId", value);
        case "members" -> members = MemberValues.read(value).orElse(List.of());
        case "schemas", "id", "meta" -> {}
        default -> reading.leaveOut(name, notes);
      }
    }

    private static @Nullable String text(String name, JsonNode value) {
      if (value.isNull()) {
        return null;
      }
      return value
          .stringValueOpt()
          .orElseThrow(() -> ScimFault.invalidValue("`" + name + "` must be a text"));
    }
  }
}
