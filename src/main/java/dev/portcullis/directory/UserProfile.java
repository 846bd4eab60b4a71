package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.PlainText;
import java.util.Optional;

/**
 * What an identity provider says of a person.
 *
 * @param active empty where nothing is said, which leaves it as it is
 */
public record UserProfile(
    String userName,
    Optional<String> externalId,
    Optional<Boolean> active,
    AttributeValues attributes) {

  /** The most characters of a user name, an external id or a group's name. */
  public static final int MAX_NAME_LENGTH = 256;

  private static final int MAX_EMAIL_LENGTH = 320;

  /** The same, with the other's external id where this one says nothing of it. */
  public UserProfile withExternalIdOf(UserProfile other) {
    return new UserProfile(userName, externalId.or(other::externalId), active, attributes);
  }

  /** The same with other attributes. */
  public UserProfile withAttributes(AttributeValues other) {
    return new UserProfile(userName, externalId, active, other);
  }

  /** Where this puts a person, who stays where they are if it says nothing. */
  UserStatus status(UserStatus otherwise) {
    return active.map(yes -> yes ? UserStatus.ACTIVE : UserStatus.DISABLED).orElse(otherwise);
  }

  /** What is wrong with it, naming the attribute and what to change. */
  Optional<String> problem() {
    if (userName.isBlank()) {
      return Optional.of("`userName` must not be empty");
    }
    return nameProblem("userName", userName)
        .or(() -> externalId.flatMap(id -> nameProblem("externalId", id)))
        .or(this::emailProblem);
  }

  /** What is wrong with a text that serves as a name, naming the attribute. */
  static Optional<String> nameProblem(String attribute, String value) {
    if (value.length() > MAX_NAME_LENGTH || CaseFold.of(value).length() > MAX_NAME_LENGTH) {
      return Optional.of(
          "`" + attribute + "` must have at most " + MAX_NAME_LENGTH + " characters");
    }
    return PlainText.isPlain(value)
        ? Optional.empty()
        : Optional.of("`" + attribute + "` must not contain control characters");
  }

  private Optional<String> emailProblem() {
    return attributes.primaryEmail().flatMap(UserProfile::emailProblem);
  }

  /** What is wrong with an e-mail address as far as it is looked up by. */
  static Optional<String> emailProblem(String email) {
    boolean sound =
        email.length() <= MAX_EMAIL_LENGTH
            && CaseFold.of(email).length() <= MAX_EMAIL_LENGTH
            && PlainText.isPlain(email);
    return sound
        ? Optional.empty()
        : Optional.of(
            "`emails.value` must have at most "
                + MAX_EMAIL_LENGTH
                + " characters and no control characters");
  }
}
