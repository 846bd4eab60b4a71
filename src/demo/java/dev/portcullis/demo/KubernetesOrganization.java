package dev.portcullis.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code kubernetes-org.json} says, and nothing about any server.
 *
 * <p>A SCIM {@code userName} is unique without regard to case (RFC 7643 §4.1.1), the file's logins
 * are not. The first bearer of a login is the person; who comes later is a refused duplicate, whose
 * memberships are the person's.
 */
final class KubernetesOrganization {

  private final Map<String, Person> people = new LinkedHashMap<>();
  private final List<Person> refusedDuplicates = new ArrayList<>();
  private final List<Team> teams = new ArrayList<>();
  private final List<Repository> repositories = new ArrayList<>();
  private final Map<Person, Set<String>> teamsOfPeople = new LinkedHashMap<>();

  private KubernetesOrganization(JsonNode file) {
    file.path("users").forEach(login -> enter(new Person(login.asString())));
    file.path("groups").forEach(this::enterTeam);
    file.path("repositories").properties().forEach(this::enterRepository);
  }

  static KubernetesOrganization load() {
    try (InputStream file =
        KubernetesOrganization.class.getResourceAsStream("/kubernetes-org.json")) {
      return new KubernetesOrganization(
          JsonMapper.shared().readTree(Objects.requireNonNull(file, "kubernetes-org.json")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The people, in the file's order. */
  List<Person> people() {
    return List.copyOf(people.values());
  }

  /** Those whose login somebody earlier in the file bears in another case. */
  List<Person> refusedDuplicates() {
    return List.copyOf(refusedDuplicates);
  }

  List<Team> teams() {
    return List.copyOf(teams);
  }

  List<Repository> repositories() {
    return List.copyOf(repositories);
  }

  /** The names of the teams that a person belongs to; none for a stranger. */
  Set<String> teamsOf(Person person) {
    return Collections.unmodifiableSet(teamsOfPeople.getOrDefault(person, Set.of()));
  }

  int memberships() {
    return teams.stream().mapToInt(team -> team.members().size()).sum();
  }

  private void enter(Person person) {
    if (people.putIfAbsent(folded(person.login()), person) != null) {
      refusedDuplicates.add(person);
    }
  }

  private void enterTeam(JsonNode group) {
    Set<Person> members = new LinkedHashSet<>();
    String name = group.path("displayName").asString();
    for (JsonNode login : group.path("members")) {
      members.add(bearer(login.asString()));
    }
    teams.add(new Team(name, members));
    members.forEach(
        person -> teamsOfPeople.computeIfAbsent(person, p -> new LinkedHashSet<>()).add(name));
  }

  private void enterRepository(Map.Entry<String, JsonNode> repository) {
    Map<String, String> rights = new TreeMap<>();
    repository
        .getValue()
        .properties()
        .forEach(right -> rights.put(right.getKey(), right.getValue().asString()));
    repositories.add(new Repository(repository.getKey(), rights));
  }

  private Person bearer(String login) {
    return Objects.requireNonNull(people.get(folded(login)), () -> login + " is not in the file");
  }

  private static String folded(String login) {
    return login.toLowerCase(Locale.ROOT);
  }
}
