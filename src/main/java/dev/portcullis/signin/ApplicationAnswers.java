package dev.portcullis.signin;

import dev.portcullis.organization.AccessTokens;
import org.springframework.stereotype.Component;

/** Where a browser goes whose person is signed in, with what was asked for. */
@Component
class ApplicationAnswers {

  private final AuthorizationCodes codes;
  private final AccessTokens accessTokens;

  ApplicationAnswers(AuthorizationCodes codes, AccessTokens accessTokens) {
    this.codes = codes;
    this.accessTokens = accessTokens;
  }

  String location(Destination destination, OpenSession session) {
    return switch (destination) {
      case Destination.Home(String publicUrl) -> publicUrl + "/";
      case Destination.Application to ->
          to.challenge()
              .map(challenge -> ReturnAddresses.withCode(to, codes.issue(session, to, challenge)))
              .orElseGet(() -> withToken(to, session));
    };
  }

  private String withToken(Destination.Application to, OpenSession session) {
    return ReturnAddresses.withToken(
        to,
        accessTokens.issue(session.organizationId(), session.person()),
        AccessTokens.PERSON_LIFETIME.toSeconds());
  }
}
