package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.types.AttributeDefinition;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one step makes of the values of a multi-valued attribute. */
final class ValuesChange {

  private final PatchStep step;
  private final List<Object> values;
  private final RequestNotes notes;
  private final List<Object> touched = new ArrayList<>();

  /** A change of values, which may be changed themselves. */
  ValuesChange(PatchStep step, List<Object> values, RequestNotes notes) {
    this.step = step;
    this.values = new ArrayList<>(values);
    this.notes = notes;
  }

  /**
   * The values afterwards.
   *
   * @throws ScimFault {@code noTarget} if none is there to be changed
   */
  List<Object> after() {
    switch (step.type()) {
      case ADD -> add();
      case REPLACE -> replace();
      case REMOVE -> remove();
    }
    PrimaryValue.demoteOthers(values, touched);
    PrimaryValue.requireOne(values, step.path().attribute().getName());
    if (values.size() > AttributeReader.MAX_VALUES) {
      throw ScimFault.invalidValue(
          "`"
              + step.path().attribute().getName()
              + "` must have at most "
              + AttributeReader.MAX_VALUES
              + " values");
    }
    return touched.isEmpty() ? values : new ArrayList<>(new LinkedHashSet<>(values));
  }

  private void add() {
    if (step.path().meansAllValues()) {
      sentValues().forEach(this::append);
      return;
    }
    List<Object> targets = targets();
    if (targets.isEmpty()) {
      targets = List.of(made());
    }
    targets.forEach(this::merge);
  }

  /** Appends what is not there; of what is there, only further parts are new. */
  private void append(Object sent) {
    Optional<Object> known =
        values.stream().filter(present -> ValueIdentity.same(present, sent)).findFirst();
    if (known.isEmpty()) {
      Object value = Attributes.copyOf(sent);
      values.add(value);
      touched.add(value);
    } else if (!known.get().equals(sent) && known.get() instanceof Map<?, ?>) {
      merge(known.get(), sent);
    }
  }

  /**
   * The value that an {@code add} under a filter means where there is none: RFC 7644 §3.5.2.1 has
   * what does not exist added, and the filter says what it consists of.
   */
  private Object made() {
    Map<String, Object> value =
        step.selection()
            .flatMap(ValueSelection::equalities)
            .map(Attributes::copy)
            .orElseThrow(step::noTarget);
    notes.add("a value of `" + step.path().attribute().getName() + "` made for a filter");
    values.add(value);
    return value;
  }

  private void replace() {
    if (step.path().meansAllValues()) {
      values.clear();
      sentValues().forEach(this::append);
      return;
    }
    List<Object> targets = targets();
    if (targets.isEmpty()) {
      throw step.noTarget();
    }
    if (step.path().subAttribute().isPresent()) {
      targets.forEach(this::merge);
    } else {
      values.replaceAll(value -> isTarget(value) ? replaced() : value);
    }
  }

  private Object replaced() {
    Object value = Attributes.copyOf(step.value().orElseThrow());
    touched.add(value);
    return value;
  }

  private void remove() {
    if (step.path().subAttribute().isPresent()) {
      targets().forEach(value -> put(value, step.path().meant(), Optional.empty()));
      values.removeIf(value -> value instanceof Map<?, ?> parts && parts.isEmpty());
    } else if (step.value().isPresent()) {
      List<?> sent = sentValues();
      values.removeIf(
          value -> sent.stream().anyMatch(one -> ValueIdentity.answers(value, one, attribute())));
    } else {
      values.removeIf(this::isTarget);
    }
  }

  private List<?> sentValues() {
    return (List<?>) step.value().orElseThrow();
  }

  private AttributeDefinition attribute() {
    return step.path().attribute();
  }

  private List<Object> targets() {
    return values.stream().filter(this::isTarget).toList();
  }

  private boolean isTarget(Object value) {
    return step.selection().map(selection -> selection.selects(value)).orElse(true);
  }

  /** Sets the part that the path names, or all parts of an object. */
  private void merge(Object target) {
    Object sent = step.value().orElseThrow();
    if (step.path().subAttribute().isPresent()) {
      put(target, step.path().meant(), Optional.of(sent));
      touched.add(target);
    } else {
      merge(target, sent);
    }
  }

  private void merge(Object target, Object sent) {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (sent instanceof Map<?, ?> map) {
      map.forEach((name, value) -> parts.put((String) name, value));
    }
    parts.forEach(
        (name, value) -> put(target, Attributes.part(attribute(), name), Optional.of(value)));
    touched.add(target);
  }

  @SuppressWarnings("unchecked")
  private void put(Object target, AttributeDefinition part, Optional<Object> value) {
    if (target instanceof Map<?, ?> parts) {
      Attributes.put(
          (Map<String, Object>) parts, part, attribute().getName() + "." + part.getName(), value);
    }
  }
}
