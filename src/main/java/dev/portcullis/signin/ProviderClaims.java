package dev.portcullis.signin;

import dev.portcullis.audit.RecordedSignIn.Claim;
import dev.portcullis.connection.ClaimSettings;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider says of one person: in the ID token, and where that is a thin one, as Okta's is
 * when an access token comes along, at the userinfo endpoint (OIDC Core §5.3.2).
 */
record ProviderClaims(Map<String, Object> idToken, Map<String, Object> userinfo) {

  /** The outcome where userinfo is of another person, who must not lend this one their groups. */
  static final SignInOutcome.Refused OF_SOMEBODY_ELSE =
      new SignInOutcome.Refused(
          ReasonCode.WRONG_USERINFO_SUBJECT,
          "the `sub` of userinfo is not the token's, so it says nothing of this person");

  /** Puts the two together; empty where userinfo is of somebody else. */
  static Optional<ProviderClaims> of(IdToken token, TokenOrigin origin) {
    Optional<Map<String, Object>> userinfo = origin.userinfoClaims();
    if (userinfo.filter(claims -> !token.subject().equals(claims.get("sub"))).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new ProviderClaims(token.claims(), userinfo.orElse(Map.of())));
  }

  /** The one of the two that has a claim, the ID token first; either if neither has. */
  Map<String, Object> where(String claim) {
    return idToken.containsKey(claim) || !userinfo.containsKey(claim) ? idToken : userinfo;
  }

  /** The text of a claim, where it is one that can be kept. */
  Optional<String> text(String claim) {
    return ClaimText.name(where(claim), claim);
  }

  /** The groups claim, the ID token's first. */
  FoundClaim groups(ClaimSettings settings) {
    boolean thin = idToken.get(settings.name()) == null;
    if (thin && userinfo.get(settings.name()) != null) {
      return new FoundClaim(GroupsClaim.read(userinfo, settings), Claim.Source.USERINFO);
    }
    return new FoundClaim(GroupsClaim.read(idToken, settings), Claim.Source.ID_TOKEN);
  }

  /** A groups claim, and where it was looked for last. */
  record FoundClaim(GroupsClaim claim, Claim.Source source) {}

  @Override
  public String toString() {
    return "ProviderClaims[…]";
  }
}
