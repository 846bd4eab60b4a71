package dev.portcullis.demo;

import dev.portcullis.demo.Scenario.ModeratorRule;
import java.util.List;
import java.util.Map;

/** What the portal's administrator sets up: repositories, who may change them, who moderates. */
final class CatalogSetup {

  private static final String BLUEPRINT_PATH = "/v1/blueprints/" + Scenario.BLUEPRINT;

  private final ApiClient api;
  private final Differences differences;

  CatalogSetup(ApiClient api, Differences differences) {
    this.api = api;
    this.differences = differences;
  }

  /** A blueprint whose entities belong to teams. */
  void blueprint() {
    Map<String, ?> properties =
        Map.of(
            "organization", Map.of("type", "string", "title", "GitHub organisation"),
            "url", Map.of("type", "string", "format", "url", "title", "URL"));
    api.post(
            "/v1/blueprints",
            Map.of(
                "identifier",
                Scenario.BLUEPRINT,
                "title",
                "Repository",
                "icon",
                "Github",
                "schema",
                Map.of("properties", properties, "required", List.of("organization")),
                "relations",
                Map.of(),
                "ownership",
                Map.of("type", "Direct")))
        .expect(201);
  }

  /** Lets the owning teams change their repositories; all else stays as it is by default. */
  void letOwnersUpdate() {
    boolean ownedByTeam =
        api.patch(
                BLUEPRINT_PATH + "/permissions",
                Map.of("entities", Map.of("update", Map.of("ownedByTeam", true))))
            .expect(200)
            .at("/permissions/entities/update/ownedByTeam")
            .asBoolean(false);
    differences.compare("update.ownedByTeam after the PATCH", true, ownedByTeam);
  }

  void rule(ModeratorRule rule) {
    api.post(
            "/v1/group-rules",
            Map.of(
                "identifier", rule.identifier(),
                "title", rule.title(),
                "connections", List.of(Scenario.CONNECTION),
                "groups", rule.groups().toJson(),
                "grant", Map.of("role", "Moderator", "blueprints", List.of(Scenario.BLUEPRINT))))
        .expect(201);
  }

  void repository(Repository repository) {
    Map<String, ?> properties =
        Map.of(
            "organization",
            repository.organization(),
            "url",
            "https://github.com/" + repository.name());
    api.post(
            BLUEPRINT_PATH + "/entities",
            Map.of(
                "identifier", repository.name(),
                "title", repository.title(),
                "team", List.copyOf(repository.owningTeams()),
                "properties", properties))
        .expect(201);
  }
}
