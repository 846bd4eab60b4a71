package dev.portcullis.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A filter was changed blindly, and half the company lost its teams. */
@OnBothDatabases
class P21PreviewTest {

  private final Company company;

  P21PreviewTest(TestDatabase database) {
    this.company = Company.on(database);
  }

  private static final String PREVIEW = "/v1/connections/okta/group-filter/preview";

  @Test
  void aPreviewSaysWhoWouldGainAndLoseWhatAndChangesNothing() {
    String filter = "{\"groupFilter\":{\"type\":\"STARTS_WITH\",\"value\":\"ops\"}}";
    company
        .admin()
        .patch(
            "/v1/connections/okta",
            "{\"groupFilter\":{\"type\":\"STARTS_WITH\",\"value\":\"eng\"}}");
    company.signsIn("ann", -10, "eng-a", "ops-b");
    String ben = company.pushes("ben");
    company.pushesGroup("eng-c", ben);

    for (Reply seen :
        List.of(
            company.admin().post(PREVIEW, filter),
            company.admin().patch("/v1/connections/okta?dry_run=true", filter))) {
      assertThat(seen.status()).as(seen.text()).isEqualTo(200);
      assertThat(seen.json().at("/preview/groups/matched/names").toString())
          .isEqualTo("[\"ops-b\"]");
      assertThat(seen.json().at("/preview/groups/ignored/count").asInt()).isEqualTo(2);
      assertThat(seen.json().at("/preview/losing/count").asInt()).isEqualTo(1);
      assertThat(seen.at("/preview/losing/memberships/0/user/email")).isEqualTo("ann@acme.example");
      assertThat(seen.at("/preview/losing/memberships/0/team/identifier")).isEqualTo("eng-a");
      assertThat(seen.json().at("/preview/gaining/count").asInt()).isEqualTo(1);
      assertThat(seen.at("/preview/gaining/memberships/0/team/identifier")).isEqualTo("ops-b");
    }

    assertThat(company.teamsOf("ann@acme.example")).containsExactly("eng-a");
    assertThat(company.scim().get("/Groups").json().at("/totalResults").asInt()).isEqualTo(2);
    assertThat(company.admin().get("/v1/connections/okta").at("/connection/groupFilter/value"))
        .isEqualTo("eng");
    company.admin().patch("/v1/connections/okta?dry_run=false", filter);
    assertThat(company.teamsOf("ann@acme.example")).as("as was shown").containsExactly("ops-b");
  }

  @Test
  void itShowsWhatClaimsWouldTakeAwayIfTheyCoveredWhatIsPushed() {
    String ann = company.pushes("ann");
    company.pushesGroup("eng", ann);
    company.signsIn("ann", 2);
    Reply seen =
        company.admin().patch("/v1/connections/okta?dry_run=true", "{\"claimCovers\":true}");
    assertThat(seen.json().at("/preview/losing/count").asInt()).isEqualTo(1);
    assertThat(company.teamsOf(ann)).containsExactly("eng");
  }

  @Test
  void aPreviewOfWhatWouldBeRefusedIsRefused() {
    assertThat(company.admin().post(PREVIEW, "{}").status()).isEqualTo(422);
    assertThat(
            company
                .admin()
                .post(PREVIEW, "{\"groupFilter\":{\"type\":\"MATCHES_REGEX\",\"value\":\"(\"}}")
                .status())
        .isEqualTo(422);
    assertThat(
            company
                .admin()
                .post(
                    "/v1/connections/none/group-filter/preview",
                    "{\"groupFilter\":{\"type\":\"EQUALS\",\"value\":\"x\"}}")
                .status())
        .isEqualTo(404);
    assertThat(company.admin().patch("/v1/connections/okta?dry_run=perhaps", "{}").status())
        .isEqualTo(422);
  }
}
