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

    /** Nothing is known: nothing changes. */
    record Held() implements ClaimedGroups {}
  }
}
