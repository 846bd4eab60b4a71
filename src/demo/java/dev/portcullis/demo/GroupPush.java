package dev.portcullis.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Pushes groups as Okta's two kinds of apps do: opens each with an empty list, then says who
 * belongs to it, in one of the ways that Okta has.
 */
final class GroupPush {

  private static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
  private static final String PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

  /** Okta cuts a large group into smaller requests. */
  private static final int BATCH_MEMBERS = 200;

  private final ScimClient okta;
  private final KubernetesOrganization organization;
  private final AssignedIds ids;

  GroupPush(ScimClient okta, KubernetesOrganization organization, AssignedIds ids) {
    this.okta = okta;
    this.organization = organization;
    this.ids = ids;
  }

  /** A way to tell a group's members; the teams take turns, in the file's order. */
  private enum Style {
    ADD_IN_BATCHES,
    REPLACE_ALL,
    PUT_ALL,
    ADD_AND_REMOVE;

    static Style of(int position) {
      return values()[position % values().length];
    }
  }

  /** Pushes one team. Okta sends no {@code externalId} of a group. */
  void push(Team team) {
    Map<String, ?> opening =
        Map.of("schemas", List.of(GROUP), "displayName", team.name(), "members", List.of());
    String id = okta.post("/Groups", opening).expect(201).path("id").asString();
    ids.put(team, id);
    if (team.members().isEmpty()) {
      return;
    }
    List<Person> members = List.copyOf(team.members());
    switch (Style.of(organization.teams().indexOf(team))) {
      case ADD_IN_BATCHES -> addInBatches(team, members);
      case REPLACE_ALL -> patch(team, members("replace", members));
      case PUT_ALL -> putAll(team, members);
      case ADD_AND_REMOVE -> addAndRemove(team, members);
    }
  }

  private void addInBatches(Team team, List<Person> members) {
    for (int from = 0; from < members.size(); from += BATCH_MEMBERS) {
      int to = Math.min(from + BATCH_MEMBERS, members.size());
      patch(team, members("add", members.subList(from, to)));
    }
  }

  /** Apps made by hand send every change by PUT, after a GET. */
  private void putAll(Team team, List<Person> members) {
    String path = "/Groups/" + ids.of(team);
    okta.get(path).expect(200);
    Map<String, ?> group =
        Map.of(
            "schemas", List.of(GROUP),
            "id", ids.of(team),
            "displayName", team.name(),
            "members", values(members));
    okta.put(path, group).expect(200);
  }

  /** Somebody who does not belong comes with the others and leaves with the last one's arrival. */
  private void addAndRemove(Team team, List<Person> members) {
    Person leaver = strangerTo(team);
    List<Person> first = new ArrayList<>(members.subList(0, members.size() - 1));
    first.add(leaver);
    patch(team, members("add", first));
    String leaving = "members[value eq \"" + ids.of(leaver) + "\"]";
    patch(
        team, Map.of("op", "remove", "path", leaving), members("add", List.of(members.getLast())));
  }

  /** Another one for each team. */
  private Person strangerTo(Team team) {
    List<Person> people = organization.people();
    int position = organization.teams().indexOf(team);
    while (team.members().contains(people.get(position % people.size()))) {
      position++;
    }
    return people.get(position % people.size());
  }

  /** Okta repeats id and name, without a path, before each change of members. */
  private void patch(Team team, Map<?, ?>... changes) {
    List<Map<?, ?>> operations = new ArrayList<>();
    operations.add(
        Map.of("op", "replace", "value", Map.of("id", ids.of(team), "displayName", team.name())));
    operations.addAll(List.of(changes));
    okta.patch(
            "/Groups/" + ids.of(team),
            Map.of("schemas", List.of(PATCH_OP), "Operations", operations))
        .expect(204);
  }

  private Map<String, ?> members(String op, List<Person> people) {
    return Map.of("op", op, "path", "members", "value", values(people));
  }

  private List<Map<String, String>> values(List<Person> people) {
    return people.stream()
        .map(person -> Map.of("value", ids.of(person), "display", person.login()))
        .toList();
  }
}
