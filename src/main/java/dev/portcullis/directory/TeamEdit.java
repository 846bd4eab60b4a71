package dev.portcullis.directory;

import java.util.List;
import java.util.Optional;

/**
 * What an Admin wants otherwise of a team; what is empty stays as it is.
 *
 * @param description empty within for none
 * @param users e-mails, ids or unique user names of all who are to belong
 * @param whole whether it is all that there is to say, so that without {@code users} nobody is to
 *     belong; of a team whose members an identity provider names this says nothing
 */
public record TeamEdit(
    Optional<String> name,
    Optional<Optional<String>> description,
    Optional<List<String>> users,
    boolean whole) {

  public TeamEdit {
    users = users.map(List::copyOf);
  }
}
