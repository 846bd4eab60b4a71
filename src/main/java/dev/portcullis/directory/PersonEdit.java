package dev.portcullis.directory;

import java.util.Map;
import java.util.Optional;

/**
 * What an Admin wants of a person to be otherwise.
 *
 * @param fields the new value of each field that is spoken of; empty to have none
 * @param accompanied whether something else of the person changes with it, see {@link
 *     PersonOutcome.OwnedByScim}
 * @param strict whether nothing is to be stored where a part of it is the provider's
 */
public record PersonEdit(
    Map<PersonField, Optional<Object>> fields,
    Optional<HandRole> role,
    Optional<UserStatus> status,
    boolean accompanied,
    boolean strict) {

  public PersonEdit {
    fields = Map.copyOf(fields);
  }
}
