package dev.portcullis.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with an action or a page; pure. */
final class PortalObjectReview {

  private static final int MAX_TITLE = 100;
  private static final Set<String> ACTION_FIELDS =
      Set.of(
          "identifier",
          "title",
          "icon",
          "description",
          "trigger",
          "invocationMethod",
          "requiredApproval",
          "approvalNotification",
          "publish",
          "allowAnyoneToViewRuns");
  private static final Set<String> PAGE_FIELDS =
      Set.of(
          "identifier",
          "title",
          "icon",
          "description",
          "blueprint",
          "type",
          "widgets",
          "pageFilters",
          "showInSidebar",
          "parent",
          "after",
          "section",
          "sidebar",
          "locked",
          "requiredQueryParams");
  private static final Set<String> OPERATIONS = Set.of("CREATE", "DAY-2", "DELETE");

  private final PortalObject object;
  private final Predicate<String> blueprints;
  private final List<CatalogProblem> problems = new ArrayList<>();

  private PortalObjectReview(PortalObject object, Predicate<String> blueprints) {
    this.object = object;
    this.blueprints = blueprints;
  }

  /**
   * The problems of an object.
   *
   * @param blueprints whether the organization has a blueprint of an identifier
   */
  static List<CatalogProblem> of(PortalObject object, Predicate<String> blueprints) {
    PortalObjectReview review = new PortalObjectReview(object, blueprints);
    review.common();
    switch (object.kind()) {
      case ACTION -> review.action();
      case PAGE -> review.page();
    }
    return List.copyOf(review.problems);
  }

  private void common() {
    if (!Identifiers.fitsBlueprint(object.identifier())) {
      problem(
          "identifier",
          "must have 1 to 100 letters, digits or characters of `@_.+:\\/-`, and not be `.` or"
              + " `..`");
    }
    Set<String> known = object.kind() == PortalObject.Kind.ACTION ? ACTION_FIELDS : PAGE_FIELDS;
    object.document().keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> problem(name, "is not a property here; remove it"));
    text("title", MAX_TITLE);
    text("icon", MAX_TITLE);
    text("description", 1_000);
    object
        .blueprint()
        .filter(blueprints.negate())
        .ifPresent(name ->
            problem(
                object.kind() == PortalObject.Kind.ACTION
                    ? "trigger.blueprintIdentifier"
                    : "blueprint",
                "names blueprint `" + name + "`, which does not exist; create it first"));
  }

  private void text(String field, int longest) {
    Object value = object.document().get(field);
    if (value != null && !(value instanceof String text && text.length() <= longest)) {
      problem(field, "must be a text of at most " + longest + " characters");
    }
  }

  private void action() {
    if (object.document().get("trigger") instanceof Map<?, ?> trigger) {
      trigger(trigger);
    } else {
      problem("trigger", "is required, and must be an object");
    }
    optional("invocationMethod", value -> value instanceof Map<?, ?>, "must be an object");
    optional("approvalNotification", value -> value instanceof Map<?, ?>, "must be an object");
    optional("publish", Boolean.class::isInstance, "must be true or false");
    optional("allowAnyoneToViewRuns", Boolean.class::isInstance, "must be true or false");
    optional(
        "requiredApproval",
        PortalObjectReview::isApproval,
        "must be true, false, or {\"type\": \"ALL\"} or {\"type\": \"ANY\"}");
  }

  private void trigger(Map<?, ?> trigger) {
    Object type = trigger.get("type");
    if (!"self-service".equals(type) && !"automation".equals(type)) {
      problem("trigger.type", "must be `self-service` or `automation`");
    }
    if ("self-service".equals(type)
        && !(trigger.get("operation") instanceof String operation
            && OPERATIONS.contains(operation))) {
      problem("trigger.operation", "must be `CREATE`, `DAY-2` or `DELETE`");
    }
    Object blueprint = trigger.get("blueprintIdentifier");
    if (blueprint != null && !(blueprint instanceof String)) {
      problem("trigger.blueprintIdentifier", "must be a text");
    }
  }

  private static boolean isApproval(Object value) {
    return value instanceof Boolean
        || (value instanceof Map<?, ?> approval
            && approval.size() == 1
            && ("ALL".equals(approval.get("type")) || "ANY".equals(approval.get("type"))));
  }

  private void page() {
    optional("blueprint", String.class::isInstance, "must be a text");
    optional("type", String.class::isInstance, "must be a text");
    optional("widgets", List.class::isInstance, "must be a list");
    optional("locked", Boolean.class::isInstance, "must be true or false");
    optional("showInSidebar", Boolean.class::isInstance, "must be true or false");
  }

  private void optional(String field, Predicate<Object> fits, String demand) {
    @Nullable Object value = object.document().get(field);
    if (value != null && !fits.test(value)) {
      problem(field, demand);
    }
  }

  private void problem(String field, String message) {
    problems.add(CatalogProblem.malformed(field, message));
  }
}
