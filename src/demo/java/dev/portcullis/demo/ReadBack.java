package dev.portcullis.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads every membership over SCIM, from the group's side and from the user's. */
final class ReadBack {

  private final ScimClient okta;
  private final KubernetesOrganization organization;
  private final AssignedIds ids;
  private final Differences differences;
  private final AtomicInteger seenFromGroups = new AtomicInteger();
  private final AtomicInteger seenFromUsers = new AtomicInteger();

  ReadBack(
      ScimClient okta,
      KubernetesOrganization organization,
      AssignedIds ids,
      Differences differences) {
    this.okta = okta;
    this.organization = organization;
    this.ids = ids;
    this.differences = differences;
  }

  /** An import must find as many users and groups as the file has, and no others. */
  void totals() {
    compareTotal("/Users", organization.people().size());
    compareTotal("/Groups", organization.teams().size());
  }

  void fromGroup(Team team) {
    JsonNode group = okta.get("/Groups/" + ids.of(team)).expect(200);
    differences.compare("displayName", team.name(), group.path("displayName").asString(""));
    String what = "members of " + team.name();
    Set<String> expected =
        team.members().stream().map(Person::login).collect(Collectors.toCollection(TreeSet::new));
    seenFromGroups.addAndGet(
        differences.compareElements(what, expected, names(what, group.path("members"))));
  }

  void fromUser(Person person) {
    JsonNode user = okta.get("/Users/" + ids.of(person)).expect(200);
    String what = "groups of " + person.login();
    seenFromUsers.addAndGet(
        differences.compareElements(
            what, organization.teamsOf(person), names(what, user.path("groups"))));
  }

  /** Memberships of the file that the groups show. */
  int seenFromGroups() {
    return seenFromGroups.get();
  }

  /** Memberships of the file that the users show. */
  int seenFromUsers() {
    return seenFromUsers.get();
  }

  private void compareTotal(String endpoint, int expected) {
    JsonNode page = okta.get(endpoint + "?startIndex=1&count=1").expect(200);
    differences.compare(
        "totalResults of " + endpoint, expected, page.path("totalResults").asInt(-1));
  }

  private Set<String> names(String what, JsonNode references) {
    List<String> names = new ArrayList<>();
    references.forEach(reference -> names.add(ids.nameOf(reference.path("value").asString(""))));
    Set<String> distinct = new TreeSet<>(names);
    differences.compare(what + " listed twice", 0, names.size() - distinct.size());
    return distinct;
  }
}
