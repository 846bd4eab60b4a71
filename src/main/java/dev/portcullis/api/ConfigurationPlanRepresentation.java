package dev.portcullis.api;

import dev.portcullis.access.configuration.ConfigurationChange;
import dev.portcullis.access.configuration.ConfigurationItem;
import dev.portcullis.access.configuration.ConfigurationPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What an import does, or would do. */
record ConfigurationPlanRepresentation(
    List<Named> add, List<Changed> change, List<Named> remove, List<Named> extra, int unchanged) {

  /** Something by its kind, as the audit log has it, and its name. */
  record Named(String kind, String identifier) {

    static Named of(ConfigurationItem item) {
      return new Named(item.kind().wireName(), item.identifier());
    }
  }

  /** Something with the fields that are otherwise; a field that is not there is left out. */
  record Changed(
      String kind, String identifier, Map<String, Object> before, Map<String, Object> after) {

    static Changed of(ConfigurationChange change) {
      Map<String, Object> before = ConfigurationRepresentation.fields(change.before());
      Map<String, Object> after = ConfigurationRepresentation.fields(change.after());
      return new Changed(
          change.after().kind().wireName(),
          change.after().identifier(),
          otherwise(before, after),
          otherwise(after, before));
    }

    private static Map<String, Object> otherwise(
        Map<String, Object> fields, Map<String, Object> others) {
      Map<String, Object> otherwise = new LinkedHashMap<>();
      fields.forEach((name, value) -> {
        // As texts, too: order within an object may be all that is otherwise.
        boolean same =
            Objects.equals(value, others.get(name))
                && String.valueOf(value).equals(String.valueOf(others.get(name)));
        if (!same) {
          otherwise.put(name, value);
        }
      });
      return otherwise;
    }
  }

  static ConfigurationPlanRepresentation of(ConfigurationPlan plan) {
    return new ConfigurationPlanRepresentation(
        plan.add().stream().map(Named::of).toList(),
        plan.change().stream().map(Changed::of).toList(),
        plan.remove().stream().map(Named::of).toList(),
        plan.extra().stream().map(Named::of).toList(),
        plan.unchanged());
  }
}
