package dev.portcullis.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Configuration files by chance, of few names, so that two of them have much in common. */
final class RandomConfiguration {

  private final Random random;

  RandomConfiguration(Random random) {
    this.random = random;
  }

  /** A file that can be imported into any organization that was made of such files. */
  String next() {
    List<String> applications = some("portal", "door");
    List<String> connections = some("okta", "entra", "hr");
    List<String> blueprints = some("service", "system", "team_page", "Host");
    List<String> actions = some("restart", "scale");
    List<String> pages = some("home", "status", "serviceEntity");
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("version", 1);
    file.put("applications", applications.stream().map(this::application).toList());
    file.put(
        "connections", connections.stream().map(name -> connection(name, applications)).toList());
    file.put("scimSchemas", some("urn:acme:a", "urn:acme:b").stream().map(this::schema).toList());
    file.put("blueprints", blueprints(blueprints));
    file.put("actions", actions.stream().map(name -> action(name, blueprints)).toList());
    file.put("pages", pages.stream().map(name -> page(name, blueprints)).toList());
    file.put(
        "groupRules",
        connections.isEmpty()
            ? List.of()
            : some("admins", "keepers", "others").stream()
                .map(name -> groupRule(name, connections, blueprints))
                .toList());
    file.put("permissions", permissions(blueprints, actions, pages));
    return JsonMapper.shared().writeValueAsString(file);
  }

  private Map<String, Object> application(String name) {
    return fields(
        "name", name,
        "region", one("eu", "us"),
        "redirectUris", List.of("https://" + one("a", "b") + ".example/cb"),
        "origins", some("https://a.example", "https://b.example"));
  }

  private Map<String, Object> connection(String name, List<String> applications) {
    Map<String, Object> connection =
        fields(
            "name", name,
            "issuer", "https://" + one("a", "b") + ".example",
            "clientId", one("one", "two"),
            "groupFilter", filter(),
            "dialect", one("okta", "rfc", "interop"),
            "sessionIdle", one("PT30M", "P1D", "P1DT1H"),
            "enabled", random.nextBoolean());
    if (!applications.isEmpty() && random.nextBoolean()) {
      connection.put("application", one(applications));
    }
    return connection;
  }

  private Map<String, Object> filter() {
    return fields("type", one("EQUALS", "STARTS_WITH", "MATCHES_REGEX"), "value", one("a", "b.*"));
  }

  private Map<String, Object> schema(String urn) {
    return fields(
        "id", urn,
        "name", one("One", "Two"),
        "resourceType", one("User", "Group"),
        "attributes",
            List.of(fields("name", one("desk", "floor"), "type", one("string", "integer"))));
  }

  private List<Object> blueprints(List<String> names) {
    List<Object> blueprints = new ArrayList<>();
    for (String name : names) {
      Map<String, Object> relations = new LinkedHashMap<>();
      for (String relation : some("up", "across", "down")) {
        relations.put(
            relation,
            fields("target", one("_user", one(names), one(names)), "many", random.nextBoolean()));
      }
      blueprints.add(
          fields(
              "identifier", name,
              "title", one("One", "Two"),
              "schema", fields("properties", properties(), "required", List.of()),
              "relations", relations,
              "ownership", fields("type", "Direct")));
    }
    if (random.nextBoolean()) {
      blueprints.add(
          fields(
              "identifier",
              "_user",
              "title",
              "User",
              "schema",
              fields("properties", fields("desk", fields("type", "string"))),
              "relations",
              names.isEmpty() ? Map.of() : fields("host", fields("target", one(names)))));
    }
    return blueprints;
  }

  /** By chance in another order, which counts. */
  private Map<String, Object> properties() {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(some("tier", "size", "state"));
    while (!names.isEmpty()) {
      properties.put(
          names.remove(random.nextInt(names.size())),
          fields("type", one("string", "number"), "title", one("One", "Two")));
    }
    return properties;
  }

  private Map<String, Object> action(String name, List<String> blueprints) {
    Map<String, Object> trigger =
        fields("type", "self-service", "operation", one("CREATE", "DELETE"));
    if (!blueprints.isEmpty() && random.nextBoolean()) {
      trigger.put("blueprintIdentifier", one(blueprints));
    }
    return fields("identifier", name, "trigger", trigger);
  }

  private Map<String, Object> page(String name, List<String> blueprints) {
    Map<String, Object> page =
        fields("identifier", name, "widgets", some("{", "1", "ü").stream().toList());
    if (!blueprints.isEmpty() && random.nextBoolean()) {
      page.put("blueprint", one(blueprints));
    }
    return page;
  }

  private Map<String, Object> groupRule(
      String name, List<String> connections, List<String> blueprints) {
    boolean moderator = !blueprints.isEmpty() && random.nextBoolean();
    return fields(
        "identifier", name,
        "title", one("One", "Two"),
        "connections", List.of(one(connections), one(connections)),
        "groups", filter(),
        "grant",
            moderator
                ? fields("role", "Moderator", "blueprints", List.of(one(blueprints)))
                : fields("role", one("Admin", "Member")));
  }

  private Map<String, Object> permissions(
      List<String> blueprints, List<String> actions, List<String> pages) {
    Map<String, Object> ofBlueprints = new LinkedHashMap<>();
    for (String name : some(blueprints.toArray(String[]::new))) {
      Map<String, Object> entities = new LinkedHashMap<>();
      some("read", "register", "update").forEach(operation -> entities.put(operation, block()));
      some("updateProperties").forEach(f -> entities.put(f, fields("$title", block())));
      ofBlueprints.put(name, fields("entities", entities));
    }
    Map<String, Object> ofActions = new LinkedHashMap<>();
    some(actions.toArray(String[]::new))
        .forEach(name -> ofActions.put(name, fields("execute", block())));
    Map<String, Object> ofPages = new LinkedHashMap<>();
    some(pages.toArray(String[]::new)).forEach(name -> ofPages.put(name, fields("read", block())));
    return fields("blueprints", ofBlueprints, "actions", ofActions, "pages", ofPages);
  }

  private Map<String, Object> block() {
    return fields(
        "roles", some("Admin", "Member"),
        "users", some("b@acme.example", "a@acme.example"),
        "teams", some("Platform"));
  }

  private static Map<String, Object> fields(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return fields;
  }

  private List<String> some(String... all) {
    return List.of(all).stream().filter(_ -> random.nextInt(3) > 0).toList();
  }

  private String one(String... all) {
    return one(List.of(all));
  }

  private String one(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
