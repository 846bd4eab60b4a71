package dev.portcullis.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.audit.RecordedSignIn.Claim.Source;
import dev.portcullis.connection.AbsentClaim;
import dev.portcullis.directory.SignInStatement.ClaimedGroups.Absent.Meaning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an absent claim is taken for, and where a claim is looked for. */
class ClaimDecisionTest {

  private static final TokenOrigin HOOK = new TokenOrigin.Hook();

  private static TokenOrigin browser(String scope, Optional<Map<String, Object>> userinfo) {
    return new TokenOrigin.Browser(Set.of("openid", scope), userinfo);
  }

  private static ClaimDecision absent(AbsentClaim setting, TokenOrigin origin) {
    return ClaimDecision.of(
        new GroupsClaim.Missing(List.of("the token has no claim `groups`")), setting, origin);
  }

  private static Meaning meaning(AbsentClaim setting, TokenOrigin origin) {
    return ((ClaimDecision.Absent) absent(setting, origin)).meaning();
  }

  @Test
  void theConnectionMaySayWhatAnAbsentClaimMeans() {
    TokenOrigin complete = browser("groups", Optional.of(Map.of("sub", "00u1")));
    for (TokenOrigin origin : List.of(HOOK, complete)) {
      assertThat(meaning(AbsentClaim.EMPTY, origin)).isEqualTo(Meaning.EMPTY);
      assertThat(meaning(AbsentClaim.HOLD, origin)).isEqualTo(Meaning.HELD);
    }
  }

  @Test
  void byItselfItMayCountAsEmptyOnlyWhereScopeAndUserinfoSpeakForIt() {
    Optional<Map<String, Object>> userinfo = Optional.of(Map.of("sub", "00u1"));
    assertThat(meaning(AbsentClaim.AUTO, browser("groups", userinfo)))
        .isEqualTo(Meaning.EMPTY_IF_OTHERS_BRING_ONE);
    assertThat(meaning(AbsentClaim.AUTO, browser("email", userinfo))).isEqualTo(Meaning.HELD);
    assertThat(meaning(AbsentClaim.AUTO, browser("groups", Optional.empty())))
        .isEqualTo(Meaning.HELD);
    assertThat(meaning(AbsentClaim.AUTO, HOOK)).isEqualTo(Meaning.HELD);
  }

  @Test
  void theReasonOfAHeldClaimSaysWhatIsMissing() {
    Optional<Map<String, Object>> userinfo = Optional.of(Map.of("sub", "00u1"));
    assertThat(absent(AbsentClaim.AUTO, browser("email", userinfo)).reason().orElseThrow())
        .contains("scope `groups` was not granted");
    assertThat(absent(AbsentClaim.AUTO, browser("groups", Optional.empty())).reason().orElseThrow())
        .contains("userinfo was not to be had");
  }

  private static final Map<String, Object> TOKEN = Map.of("sub", "00u1", "email", "a@acme.test");

  private static Optional<ProviderClaims> together(
      Map<String, Object> token, Map<String, Object> userinfo) {
    return ProviderClaims.of(
        new IdToken("00u1", Instant.EPOCH, token), browser("groups", Optional.of(userinfo)));
  }

  @Test
  void aThinTokensGroupsAndProfileAreReadAtUserinfo() {
    ProviderClaims claims =
        together(
                TOKEN,
                Map.of(
                    "sub",
                    "00u1",
                    "groups",
                    List.of("eng"),
                    "email",
                    "b@acme.test",
                    "given_name",
                    "Ann"))
            .orElseThrow();
    var found = claims.groups(TestConnections.claim("groups", Optional.empty()));
    assertThat(found.claim()).isEqualTo(new GroupsClaim.Listed(List.of("eng"), List.of()));
    assertThat(found.source()).isEqualTo(Source.USERINFO);
    assertThat(claims.text("email")).as("the token's comes first").contains("a@acme.test");
    assertThat(claims.text("given_name")).contains("Ann");
  }

  @Test
  void aTokensOwnGroupsComeBeforeUserinfos() {
    Map<String, Object> token = Map.of("sub", "00u1", "groups", List.of());
    var found =
        together(token, Map.of("sub", "00u1", "groups", List.of("eng")))
            .orElseThrow()
            .groups(TestConnections.claim("groups", Optional.empty()));
    assertThat(found.claim()).isEqualTo(new GroupsClaim.Empty(List.of()));
    assertThat(found.source()).isEqualTo(Source.ID_TOKEN);
  }

  @Test
  void userinfoOfSomebodyElseSaysNothing() {
    assertThat(together(TOKEN, Map.of("sub", "00u2", "groups", List.of("admins")))).isEmpty();
    assertThat(together(TOKEN, Map.of("groups", List.of("admins")))).isEmpty();
  }

  @Test
  void aVerifiedFlagDoesNotVouchForAnEmailFromElsewhere() {
    Map<String, Object> userinfo = Map.of("sub", "00u1", "email_verified", true);
    ProviderClaims claims = together(TOKEN, userinfo).orElseThrow();
    IdToken token = new IdToken("00u1", Instant.EPOCH, TOKEN);
    assertThat(
            Statements.of(
                    token,
                    claims,
                    new dev.portcullis.directory.SignInStatement.ClaimedGroups.Held())
                .emailVerified())
        .isFalse();
  }
}
