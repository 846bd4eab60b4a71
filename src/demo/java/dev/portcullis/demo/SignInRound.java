package dev.portcullis.demo;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Signs people in at the provider, hands the ID tokens to the login hook, compares its answer. */
final class SignInRound {

  private final OpenIdProvider provider;
  private final ApiClient api;
  private final AssignedIds ids;
  private final Differences differences;

  SignInRound(OpenIdProvider provider, ApiClient api, AssignedIds ids, Differences differences) {
    this.provider = provider;
    this.api = api;
    this.ids = ids;
    this.differences = differences;
  }

  void signIn(PlannedSignIn planned) {
    String idToken = provider.idToken(planned.account());
    JsonNode signIn =
        api.post("/v1/connections/" + Scenario.CONNECTION + "/sign-ins", Map.of("idToken", idToken))
            .expect(200)
            .path("signIn");
    String who = "sign-in of " + planned.person().login();
    compareUser(who, planned, signIn);
    compareGroups(who, planned, signIn);
    compareTeams(who, planned, signIn.path("teams"));
  }

  private void compareUser(String who, PlannedSignIn planned, JsonNode signIn) {
    JsonNode user = signIn.path("user");
    if (!planned.newcomer()) {
      differences.compare(
          who + ": user.id", ids.of(planned.person()), user.path("id").asString(""));
    }
    differences.compare(
        who + ": user.status", "ACTIVE", user.path("status").asString("").toUpperCase(Locale.ROOT));
    differences.compare(
        who + ": created", planned.newcomer(), signIn.path("created").asBoolean(false));
    boolean moderator = planned.teamsAfter().stream().anyMatch(Scenario.moderates());
    differences.compare(
        who + ": role", moderator ? "Moderator" : "Member", signIn.path("role").asString(""));
    differences.compareElements(
        who + ": moderatedBlueprints",
        moderator ? Set.of(Scenario.BLUEPRINT) : Set.of(),
        names(signIn.path("moderatedBlueprints")));
  }

  /**
   * A claim that is missing holds, because this hook cannot know why it is (Okta leaves it out).
   */
  private void compareGroups(String who, PlannedSignIn planned, JsonNode signIn) {
    differences.compare(
        who + ": claim",
        planned.account().groups().isEmpty() ? "HELD" : "PRESENT",
        signIn.path("claim").asString(""));
    differences.compareElements(
        who + ": groups.matched", planned.matched(), names(signIn.at("/groups/matched")));
    differences.compareElements(
        who + ": groups.ignored", planned.ignored(), names(signIn.at("/groups/ignored")));
  }

  private void compareTeams(String who, PlannedSignIn planned, JsonNode teams) {
    Set<String> added = new TreeSet<>(planned.teamsAfter());
    added.removeAll(planned.teamsBefore());
    differences.compareElements(who + ": teams.added", added, names(teams.path("added")));
    differences.compareElements(who + ": teams.removed", Set.of(), names(teams.path("removed")));
    differences.compareElements(
        who + ": teams.kept", planned.teamsBefore(), names(teams.path("kept")));
  }

  private static Set<String> names(JsonNode array) {
    Set<String> names = new TreeSet<>();
    array.forEach(element -> names.add(element.asString("")));
    return names;
  }
}
