package dev.portcullis.demo;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The ids that the server gave to what was pushed into it. */
final class AssignedIds {

  private final Map<Person, String> ofPeople = new ConcurrentHashMap<>();
  private final Map<Team, String> ofTeams = new ConcurrentHashMap<>();
  private final Map<String, String> names = new ConcurrentHashMap<>();

  void put(Person person, String id) {
    ofPeople.put(person, id);
    names.put(id, person.login());
  }

  void put(Team team, String id) {
    ofTeams.put(team, id);
    names.put(id, team.name());
  }

  String of(Person person) {
    return Objects.requireNonNull(ofPeople.get(person), () -> person.login() + " has no id");
  }

  String of(Team team) {
    return Objects.requireNonNull(ofTeams.get(team), () -> team.name() + " has no id");
  }

  /** The login or group name behind an id; an id that was never given stands for itself. */
  String nameOf(String id) {
    return names.getOrDefault(id, id);
  }
}
