package dev.portcullis.directory;

import java.util.List;
import java.util.Optional;

/**
 * A team that an Admin wants made.
 *
 * @param identifier empty to have it made of the name
 * @param users e-mails, ids or unique user names of who is to belong
 */
public record TeamDraft(
    Optional<String> identifier, String name, Optional<String> description, List<String> users) {

  public TeamDraft {
    users = List.copyOf(users);
  }
}
