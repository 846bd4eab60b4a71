package dev.portcullis.signin;

import dev.portcullis.organization.AccessTokens;
import dev.portcullis.organization.PortalApplication;
import dev.portcullis.organization.PortalApplications;
import dev.portcullis.signin.AuthorizationCodeRows.Redemption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The doorway for applications that redeem a code. */
@Component
public class CodeRedemptions {

  /** RFC 7636 §4.1. */
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

  private final PortalApplications applications;
  private final AuthorizationCodeRows codes;
  private final SignInSessions sessions;
  private final AccessTokens accessTokens;

  CodeRedemptions(
      PortalApplications applications,
      AuthorizationCodeRows codes,
      SignInSessions sessions,
      AccessTokens accessTokens) {
    this.applications = applications;
    this.codes = codes;
    this.sessions = sessions;
    this.accessTokens = accessTokens;
  }

  /** Gives the person's access token for a code: once, soon, and to the one who asked for it. */
  public RedemptionOutcome redeem(
      String clientId, String redirectUri, String code, String verifier) {
    Optional<PortalApplication> application = applications.registered(clientId);
    if (application.isEmpty()) {
      return new RedemptionOutcome.UnknownApplication();
    }
    if (!VERIFIER.matcher(verifier).matches()) {
      return new RedemptionOutcome.Invalid("`code_verifier` is not one of RFC 7636");
    }
    Redemption redemption =
        new Redemption(
            application.get().organizationId(),
            Sha256.of(code),
            clientId,
            redirectUri,
            Sha256.of(verifier));
    boolean first = codes.spend(redemption);
    Optional<UUID> session = codes.sessionOfSpent(redemption);
    if (!first) {
      session.ifPresent(known -> endOfReplayed(redemption, known));
      return new RedemptionOutcome.Invalid(
          "the code is unknown, used, or older than %d seconds, or `client_id`, `redirect_uri` or `code_verifier` is not the one that it was given for"
              .formatted(BrowserBounds.CODE_LIFETIME.toSeconds()));
    }
    return session
        .flatMap(id -> sessions.live(redemption.organizationId(), id))
        .<RedemptionOutcome>map(this::redeemed)
        .orElseGet(() -> new RedemptionOutcome.Invalid("the person is no longer signed in"));
  }

  /** A code that comes twice has been stolen once: what it gave ends (RFC 6749 §4.1.2). */
  private void endOfReplayed(Redemption redemption, UUID session) {
    sessions.end(redemption.organizationId(), session);
  }

  private RedemptionOutcome redeemed(OpenSession session) {
    return new RedemptionOutcome.Redeemed(
        accessTokens.issue(session.organizationId(), session.person()),
        AccessTokens.PERSON_LIFETIME.toSeconds());
  }
}
