package dev.portcullis.directory;

import dev.portcullis.attribute.CaseFold;
import dev.portcullis.attribute.PlainText;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody by whom an Admin means a person must look like. */
final class EmailAddress {

  /** The most characters, which are fewer than those that a provider may send. */
  private static final int MAX_LENGTH = UserProfile.MAX_NAME_LENGTH;

  /** One at sign with something on either side; what Port's pattern refuses is refused, too. */
  private static final Pattern FORM =
      Pattern.compile("[^@;#/?\\s\\p{Cntrl}\\p{Z}]+@[^@;#/?\\s\\p{Cntrl}\\p{Z}]+");

  private EmailAddress() {}

  /** What is wrong with it, naming the field and what to change. */
  static Optional<String> problem(String field, String email) {
    boolean sound =
        email.length() <= MAX_LENGTH
            && CaseFold.of(email).length() <= MAX_LENGTH
            && PlainText.isPlain(email)
            && FORM.matcher(email).matches();
    return sound
        ? Optional.empty()
        : Optional.of(
            "`"
                + field
                + "` must be an e-mail address of at most "
                + MAX_LENGTH
                + " characters: one `@`, no spaces, and none of `;#/?`");
  }
}
