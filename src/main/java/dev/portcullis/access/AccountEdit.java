package dev.portcullis.access;

import dev.portcullis.directory.PersonField;
import dev.portcullis.directory.UserStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an Admin wants of somebody's account to be otherwise; what it says nothing of stays.
 *
 * @param fields the new value of each field that is spoken of; empty to have none
 * @param roles Port's names of roles, of which the highest counts; a Moderator's end in {@code
 *     -moderator}
 * @param teams the hand-made ones, by name or identifier; all of those the person belongs to
 *     afterwards
 */
public record AccountEdit(
    Map<PersonField, Optional<Object>> fields,
    Optional<List<String>> roles,
    Optional<List<String>> teams,
    Optional<UserStatus> status) {

  public AccountEdit {
    fields = Map.copyOf(fields);
  }
}
