package dev.portcullis.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one sign-in brought.
 *
 * @param at when it began
 * @param outcome {@link #ACCEPTED}, or the reason code of a refusal
 * @param explanation of a refused token, for people; nothing of the token itself
 * @param claim what was made of the groups claim; empty where it was not taken in
 * @param warnings what somebody should look at
 */
public record RecordedSignIn(
    UUID id,
    Instant at,
    String traceId,
    UUID connectionId,
    Person person,
    String outcome,
    Optional<String> explanation,
    Optional<Claim> claim,
    Teams teams,
    List<String> warnings) {

  /** The outcome of whoever was let in. */
  public static final String ACCEPTED = "accepted";

  static final int MAX_TEXT = 500;
  static final int MAX_WARNINGS = 20;

  public RecordedSignIn {
    explanation = explanation.map(text -> Shortened.to(MAX_TEXT, text));
    warnings =
        warnings.stream().limit(MAX_WARNINGS).map(text -> Shortened.to(MAX_TEXT, text)).toList();
  }

  /**
   * Who signed in, as far as a verified token told.
   *
   * @param userId empty where the token's subject means no user
   * @param subject the token's {@code sub}, SCIM's external id
   * @param email as the user or else the token had it then
   * @param created whether this sign-in made the user
   */
  public record Person(
      Optional<UUID> userId, Optional<String> subject, Optional<String> email, boolean created) {

    /** No verified token told who it was. */
    public static final Person UNKNOWN =
        new Person(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /**
   * What was made of a groups claim.
   *
   * @param verdict such as {@code PRESENT}
   * @param heldBecause why nothing was taken away, where the verdict is {@code HELD}
   * @param matched names that the group filter let through
   * @param ignored names that it did not
   */
  public record Claim(
      String verdict,
      Source source,
      Optional<String> heldBecause,
      NameSample matched,
      NameSample ignored) {

    public Claim {
      heldBecause = heldBecause.map(text -> Shortened.to(MAX_TEXT, text));
    }

    /** Where a claim was read. */
    public enum Source {
      ID_TOKEN,
      USERINFO
    }
  }

  /** Identifiers of the teams that the person gained, lost and kept. */
  public record Teams(NameSample added, NameSample removed, NameSample kept) {

    /** No team was touched. */
    public static final Teams NONE = new Teams(NameSample.NONE, NameSample.NONE, NameSample.NONE);
  }
}
