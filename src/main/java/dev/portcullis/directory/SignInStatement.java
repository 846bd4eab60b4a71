package dev.portcullis.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a verified ID token says of a person and of the person's groups.
 *
 * @param subject the token's {@code sub}, equal to SCIM's external id
 * @param emailVerified whether the provider vouches for the e-mail; unverified ones bring no handle
 * @param issuedAt the token's {@code iat}: whole seconds, at most 60 s ahead of our clock
 */
public record SignInStatement(
    String subject,
    Optional<String> preferredUsername,
    Optional<String> email,
    boolean emailVerified,
    Optional<String> givenName,
    Optional<String> familyName,
    Instant issuedAt,
    ClaimedGroups groups) {

  /** What the groups claim is taken for. */
  public sealed interface ClaimedGroups {

    /** All groups of the person that the provider's own filter lets through; may be empty. */
    record Complete(List<String> names) implements ClaimedGroups {
      public Complete {
        names = List.copyOf(names);
      }
    }

    /** Some of them: they count, but what is missing means nothing. */
    record Truncated(List<String> names) implements ClaimedGroups {
      public Truncated {
        names = List.copyOf(names);
      }
    }

    /** Nothing that could be understood: nothing changes. */
    record Held() implements ClaimedGroups {}

    /**
     * There is no claim. What that means is settled when the token first comes, and stays so.
     *
     * @param meaning what it means if it was not settled before
     */
    record Absent(Meaning meaning) implements ClaimedGroups {

      /** What the absence of a claim means. */
      public enum Meaning {
        /** Nothing is known, so nothing changes. */
        HELD,
        /** The person is in no group. */
        EMPTY,
        /** The same, if the provider does send the claim to others; else nothing is known. */
        EMPTY_IF_OTHERS_BRING_ONE
      }
    }
  }
}
