package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** One thing that SCIM says of a group. Member values are as sent: a user's id or external id. */
public sealed interface GroupChange {

  /** These are members. */
  record AddMembers(List<String> values) implements GroupChange {
    public AddMembers {
      values = List.copyOf(values);
    }
  }

  /** These are not members. */
  record RemoveMembers(List<String> values) implements GroupChange {
    public RemoveMembers {
      values = List.copyOf(values);
    }
  }

  /** These are the members, and nobody else whom this connection's SCIM manages or has named. */
  record ReplaceMembers(List<String> values) implements GroupChange {
    public ReplaceMembers {
      values = List.copyOf(values);
    }
  }

  /**
   * Those of the members, as SCIM's reads show them at that point, are none any more. The selection
   * may be asked more than once and has no effect of its own.
   */
  record RemoveSelected(Predicate<Member> selection) implements GroupChange {}

  /** It bears this name from now on. */
  record Rename(String displayName) implements GroupChange {}

  /** The client knows it under this id. */
  record ChangeExternalId(Optional<String> externalId) implements GroupChange {}

  /**
   * Its further attributes become what the edit makes of the present ones. It may run more than
   * once, so it must have no effect of its own; what it throws ends the transaction.
   */
  record EditAttributes(UnaryOperator<AttributeValues> edit) implements GroupChange {}
}
