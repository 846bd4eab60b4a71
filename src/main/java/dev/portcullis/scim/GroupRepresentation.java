package dev.portcullis.scim;

import dev.portcullis.directory.Group;
import dev.portcullis.directory.Member;
import dev.portcullis.scim.schema.ResourceSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A group as SCIM shows it (RFC 7643 §4.2); {@code members} is there even if nobody is in it. */
final class GroupRepresentation {

  private GroupRepresentation() {}

  static Map<String, Object> of(Group group, List<Member> members, ScimRequest request) {
    ResourceLocations locations = request.locations();
    Map<String, Object> shown = new LinkedHashMap<>();
    ResourceSchema schema = request.schemas().group();
    shown.put("schemas", schema.urnsOf(group.attributes()));
    shown.put("id", group.id().toString());
    group.externalId().ifPresent(externalId -> shown.put("externalId", externalId));
    shown.put("displayName", group.displayName());
    shown.putAll(schema.shown(group.attributes()));
    shown.put("members", members.stream().map(member -> member(member, locations)).toList());
    shown.put("meta", MetaRepresentation.of(group, locations));
    return shown;
  }

  private static Map<String, Object> member(Member member, ResourceLocations locations) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("value", member.value());
    if (member.parked()) {
      shown.put("display", "parked: no such user yet");
    } else {
      shown.put("$ref", locations.user(UUID.fromString(member.value())));
      member.display().ifPresent(display -> shown.put("display", display));
    }
    shown.put("type", "User");
    return shown;
  }
}
