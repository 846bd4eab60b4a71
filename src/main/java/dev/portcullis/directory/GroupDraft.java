package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import java.util.List;
import java.util.Optional;

/**
 * A group that SCIM wants made.
 *
 * @param members as sent; an empty list, with which Okta opens a push, says nothing of anybody
 */
public record GroupDraft(
    String displayName,
    Optional<String> externalId,
    AttributeValues attributes,
    List<String> members) {

  public GroupDraft {
    members = List.copyOf(members);
  }

  /** A group of which only the name is known. */
  static GroupDraft named(String displayName) {
    return new GroupDraft(displayName, Optional.empty(), AttributeValues.NONE, List.of());
  }

  /** What is wrong with its names, naming the attribute and what to change. */
  Optional<String> problem() {
    if (displayName.isBlank()) {
      return Optional.of("`displayName` must not be empty");
    }
    return UserProfile.nameProblem("displayName", displayName)
        .or(() -> externalId.flatMap(id -> UserProfile.nameProblem("externalId", id)));
  }
}
