package dev.portcullis.api;

import dev.portcullis.access.AccessQuestion;
import dev.portcullis.access.ClaimedResource;
import dev.portcullis.access.PermissionOwner;
import dev.portcullis.permission.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what somebody might do under a permission document; all mistakes are told at once. */
final class SimulationRequest {

  private static final int MAX_TEXT = 2_000;
  private static final int MAX_TEAMS = 1_000;

  /** No stored entity can have this identifier. */
  private static final String UNSAVED = "$unsaved";

  private static final Set<String> FIELDS =
      Set.of("user", "operation", "entity", "properties", "actionProperties", "permissions");

  private final PermissionOwner owner;
  private final JsonNode body;
  private final List<String> problems = new ArrayList<>();

  private SimulationRequest(PermissionOwner owner, JsonNode body) {
    this.owner = owner;
    this.body = body;
  }

  /**
   * What is asked.
   *
   * @param question about one resource
   * @param isAboutAll whether it is meant of each stored entity instead
   * @param permissions what is to be otherwise in the document, as {@code PATCH} takes it
   */
  record Simulated(AccessQuestion question, boolean isAboutAll, JsonNode permissions) {}

  static Simulated read(PermissionOwner owner, JsonNode body) {
    if (!body.isObject()) {
      throw RequestFault.invalid("the body must be a JSON object");
    }
    return new SimulationRequest(owner, body).read();
  }

  private Simulated read() {
    body.propertyNames().stream()
        .filter(name -> !FIELDS.contains(name))
        .forEach(name -> problems.add("`%s` is not a property here".formatted(name)));
    boolean isAboutAll = isOfBlueprint() && isAbsent("entity") && isAbsent("properties");
    AccessQuestion question = question();
    JsonNode permissions = object("permissions");
    if (!problems.isEmpty()) {
      throw RequestFault.invalid(problems);
    }
    return new Simulated(question, isAboutAll, permissions);
  }

  private AccessQuestion question() {
    String type =
        switch (owner.kind()) {
          case BLUEPRINT -> owner.identifier();
          case ACTION -> "_action";
          case PAGE -> "_page";
        };
    return new AccessQuestion(
        "user",
        text("user"),
        Map.of(),
        operation(),
        values("actionProperties"),
        type,
        isOfBlueprint() ? entity() : noEntity(),
        claimed(),
        true);
  }

  private boolean isOfBlueprint() {
    return owner.kind() == PermissionOwner.Kind.BLUEPRINT;
  }

  private boolean isAbsent(String name) {
    return body.path(name).isMissingNode() || body.path(name).isNull();
  }

  private String operation() {
    String name = text("operation");
    if (!name.isEmpty() && Action.parse(name).isEmpty()) {
      problems.add("`operation` must be one that Port has, such as `read`");
    }
    return name;
  }

  private String entity() {
    return isAbsent("entity") ? UNSAVED : text("entity");
  }

  private String noEntity() {
    if (!isAbsent("entity")) {
      problems.add("`entity` belongs into `properties` of an action, and a page has none");
    }
    return owner.identifier();
  }

  private ClaimedResource claimed() {
    Map<String, Object> values = values("properties");
    return new ClaimedResource(teams(values.remove("team")), values);
  }

  private List<String> teams(@Nullable Object team) {
    List<?> listed = team == null ? List.of() : team instanceof List<?> list ? list : List.of(team);
    List<String> teams = new ArrayList<>();
    listed.forEach(one -> {
      if (one instanceof String text) {
        teams.add(text);
      }
    });
    if (teams.size() != listed.size() || teams.size() > MAX_TEAMS) {
      problems.add("`properties.team` must be a text or a list of at most " + MAX_TEAMS + " texts");
    }
    return teams;
  }

  private String text(String name) {
    JsonNode value = body.path(name);
    if (value.isString()
        && !value.stringValue().isBlank()
        && value.stringValue().length() <= MAX_TEXT) {
      return value.stringValue();
    }
    problems.add("`%s` must be a text of 1 to %d characters".formatted(name, MAX_TEXT));
    return "";
  }

  private Map<String, Object> values(String name) {
    Map<String, Object> values = JsonTrees.present(object(name));
    if (!JsonTrees.isFinite(values)) {
      problems.add("`%s` holds a number that is too large".formatted(name));
    }
    return values;
  }

  /** An empty one where there is none. */
  private JsonNode object(String name) {
    JsonNode value = body.path(name);
    if (value.isObject()) {
      return value;
    }
    if (!isAbsent(name)) {
      problems.add("`%s` must be an object".formatted(name));
    }
    return JsonMapper.shared().createObjectNode();
  }
}
