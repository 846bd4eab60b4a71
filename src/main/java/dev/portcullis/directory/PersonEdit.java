package dev.portcullis.directory;

import dev.portcullis.attribute.PlainText;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * What is wrong with the fields whoever they are of, each naming its field and what to change.
   */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (PersonField field : PersonField.values()) {
      Optional<Object> value = fields.get(field);
      if (value != null) {
        problem(field, value).ifPresent(problems::add);
      }
    }
    return problems;
  }

  private static Optional<String> problem(PersonField field, Optional<Object> value) {
    String name = field.wireName();
    if (field == PersonField.EMAIL) {
      return value.isEmpty()
          ? Optional.of("`email` must not be null")
          : EmailAddress.problem(name, (String) value.get());
    }
    boolean sound =
        value.isEmpty()
            || !(value.get() instanceof String text)
            || (text.length() <= PersonField.MAX_TEXT && PlainText.isPlain(text));
    return sound
        ? Optional.empty()
        : Optional.of(
            "`%s` must have at most %d characters and no control characters"
                .formatted(name, PersonField.MAX_TEXT));
  }
}
