package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.directory.SyncOutcome.Verdict;
import dev.portcullis.signin.SignInOutcome.Admitted;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A claim that was missing or empty took everything away, or nothing. */
@OnBothDatabases
class P02MissingOrEmptyClaimTest {

  private static final Set<String> GROUPS_GRANTED = Set.of("openid", "email", "groups");

  private final TestDatabase database;

  P02MissingOrEmptyClaimTest(TestDatabase database) {
    this.database = database;
  }

  @Test
  void anEmptyClaimTakesAwayAndAnAbsentOneDoesNot() {
    Company company = Company.on(database);
    company.signsIn("ann", -30, "eng");
    Reply absent = company.signsInWithoutClaim("ann", -20);
    assertThat(absent.at("/signIn/claim")).isEqualTo("HELD");
    assertThat(company.teamsOf("ann@acme.example")).containsExactly("eng");
    Reply empty = company.signsIn("ann", -10);
    assertThat(empty.at("/signIn/claim")).isEqualTo("EMPTY");
    assertThat(company.teamsOf("ann@acme.example")).isEmpty();
  }

  @Test
  void anAbsentClaimIsAsTheConnectionSays() {
    Company company = Company.on(database, ",\"absentClaim\":\"EMPTY\"");
    company.signsIn("ann", -30, "eng");
    Reply absent = company.signsInWithoutClaim("ann", -20);
    assertThat(absent.at("/signIn/claim")).isEqualTo("EMPTY");
    assertThat(absent.json().at("/signIn/teams/removed").toString()).isEqualTo("[\"eng\"]");
    assertThat(company.signsIn("ann", -25, "eng").at("/signIn/claim"))
        .as("it is the newest claim now")
        .isEqualTo("STALE");
  }

  @Test
  void anAbsentClaimCountsAsEmptyOnceThreeOthersBroughtOne() {
    Company company = Company.on(database);
    company.signsIn("ann", -60, "eng");
    company.signsIn("ben", -60, "eng");
    company.signsIn("cat", -60);
    assertThat(company.browses("ann", -50, GROUPS_GRANTED).verdict()).isEqualTo(Verdict.HELD);
    assertThat(company.teamsOf("ann@acme.example")).containsExactly("eng");

    company.signsIn("dan", -60, "ops");
    Admitted fourth = company.browses("ann", -40, GROUPS_GRANTED);
    assertThat(fourth.verdict()).isEqualTo(Verdict.EMPTY);
    assertThat(company.teamsOf("ann@acme.example")).isEmpty();
  }

  @Test
  void withoutTheScopeItIsHeldHoweverManyBroughtOne() {
    Company company = Company.on(database);
    List.of("ann", "ben", "cat", "dan").forEach(name -> company.signsIn(name, -60, "eng"));
    Admitted held = company.browses("ann", -50, Set.of("openid", "email"));
    assertThat(held.verdict()).isEqualTo(Verdict.HELD);
    assertThat(held.warnings()).anySatisfy(text -> assertThat(text).contains("not granted"));
  }

  @Test
  void anotherConfigurationBeginsToCountAnew() {
    Company company = Company.on(database);
    List.of("ann", "ben", "cat", "dan").forEach(name -> company.signsIn(name, -60, "eng"));
    company.admin().patch("/v1/connections/okta", "{\"groupsClaim\":\"teams\"}");
    Admitted held = company.browses("ann", -50, GROUPS_GRANTED);
    assertThat(held.verdict()).isEqualTo(Verdict.HELD);
    assertThat(held.warnings()).anySatisfy(text -> assertThat(text).contains("0 of the 3"));
  }

  @Test
  void whatAnAbsentClaimMeansIsSettledWhenItsTokenFirstComes() {
    Company company = Company.on(database, ",\"absentClaim\":\"HOLD\"");
    company.signsIn("ann", -60, "eng");
    String token = company.token("ann", -50, Map.of());
    assertThat(company.hands(token).at("/signIn/claim")).isEqualTo("HELD");
    company.admin().patch("/v1/connections/okta", "{\"absentClaim\":\"EMPTY\"}");
    assertThat(company.hands(token).at("/signIn/claim")).isEqualTo("HELD");
    assertThat(company.signsInWithoutClaim("ann", -40).at("/signIn/claim")).isEqualTo("EMPTY");
  }
}
