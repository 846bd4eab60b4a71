package dev.portcullis.signin;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** Tells apart why a provider's document could not be had. */
final class FetchFailures {

  private FetchFailures() {}

  /** The provider's answer does not end within bounds. */
  static final class TooLarge extends IOException {

    private static final long serialVersionUID = 1L;
  }

  /** The provider answered with another status than was asked for. */
  static Refusal refusal(int status) {
    return status >= 300 && status < 400
        ? new Refusal(
            ReasonCode.ISSUER_REDIRECTS,
            "the provider answers with a redirect, which is not followed; name the address that it"
                + " leads to")
        : new Refusal(ReasonCode.ISSUER_UNREACHABLE, "the provider answers with status " + status);
  }

  static Refusal refusal(@Nullable Throwable failure) {
    return switch (failure) {
      case TooLarge _ ->
          new Refusal(
              ReasonCode.ISSUER_RESPONSE_TOO_LARGE,
              "the provider's answer is larger than %d bytes"
                  .formatted(IssuerBounds.MAX_BODY_BYTES));
      case PublicHostsOnly.AddressRefused _ ->
          new Refusal(
              ReasonCode.ISSUER_ADDRESS_REFUSED,
              "the provider's name leads to an address that is not on the public internet");
      case InterruptedIOException _ -> timeout();
      case null, default ->
          new Refusal(ReasonCode.ISSUER_UNREACHABLE, "the provider cannot be reached");
    };
  }

  static Refusal timeout() {
    return new Refusal(ReasonCode.ISSUER_TIMEOUT, "the provider does not answer in time");
  }
}
