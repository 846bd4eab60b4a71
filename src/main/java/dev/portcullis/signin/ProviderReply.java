package dev.portcullis.signin;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider answered.
 *
 * @param maxAge for how long it says that its answer holds
 */
record ProviderReply(int status, String body, Optional<Duration> maxAge) {

  /** The same, if it is what was asked for. */
  ProviderReply expected() throws Refusal {
    if (status != 200) {
      throw FetchFailures.refusal(status);
    }
    return this;
  }

  Map<String, Object> json() throws Refusal {
    try {
      // The parser answers null for the JSON text `null`.
      Map<String, Object> object = JSONObjectUtils.parse(body);
      if (object != null) {
        return object;
      }
    } catch (ParseException e) {
      // Said below.
    }
    throw new Refusal(
        ReasonCode.ISSUER_RESPONSE_MALFORMED, "the provider's answer is not a JSON object");
  }
}
