package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.messages.PatchOpType;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import dev.portcullis.scim.message.Operation;
import dev.portcullis.scim.message.RequestNotes;
import dev.portcullis.scim.message.ScimFault;
import dev.portcullis.scim.schema.AttributePath;
import dev.portcullis.scim.schema.AttributeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One change of one attribute, checked as far as that is possible without the resource.
 *
 * @param selection which of its values are meant, all if empty
 * @param value in the schema's form; a list for all values of a multi-valued attribute
 */
record PatchStep(
    int number,
    PatchOpType type,
    AttributePath path,
    Optional<ValueSelection> selection,
    Optional<Object> value) {

  /**
   * The step that an operation on one attribute means. Adding nothing, and setting a password,
   * means none; replacing by nothing removes (RFC 7643 §2.5).
   *
   * @throws ScimFault if it cannot be meant, whatever the resource is
   */
  static Optional<PatchStep> of(Operation operation, AttributePath path, AttributeReader reader) {
    if (path.valueFilter().isPresent() && !path.attribute().isMultiValued()) {
      throw ScimFault.invalidPath("`" + path.name() + "` has one value only: use no filter");
    }
    Optional<ValueSelection> selection =
        path.valueFilter().map(filter -> ValueSelection.of(filter, path.attribute()));
    if (path.attribute().getMutability() == Mutability.WRITE_ONLY) {
      return Optional.empty();
    }
    if (operation.isWithoutValue() && operation.type() == PatchOpType.ADD) {
      return Optional.empty();
    }
    if (operation.isWithoutValue() || operation.type() == PatchOpType.REMOVE) {
      return Optional.of(removal(operation, path, selection, reader));
    }
    return value(operation.value(), path, reader)
        .map(value ->
            new PatchStep(
                operation.number(), operation.type(), path, selection, Optional.of(value)));
  }

  /** Some clients name the values to be removed in a list instead of a filter. */
  private static PatchStep removal(
      Operation operation,
      AttributePath path,
      Optional<ValueSelection> selection,
      AttributeReader reader) {
    boolean listed = path.meansAllValues() && !operation.isWithoutValue();
    if (!listed && path.meant().isRequired() && selection.isEmpty()
        || path.subAttribute().filter(AttributeDefinition::isRequired).isPresent()) {
      throw ScimFault.mutability("`" + path.name() + "` is required and cannot be removed");
    }
    Optional<Object> values = listed ? value(operation.value(), path, reader) : Optional.empty();
    return new PatchStep(operation.number(), PatchOpType.REMOVE, path, selection, values);
  }

  private static Optional<Object> value(JsonNode sent, AttributePath path, AttributeReader reader) {
    if (path.subAttribute().isPresent() || !path.attribute().isMultiValued()) {
      return reader.value(path.meant(), path.name(), sent);
    }
    if (path.valueFilter().isPresent()) {
      return reader.element(path.attribute(), path.name(), sent);
    }
    return sent.isArray()
        ? reader.value(path.attribute(), path.name(), sent)
        : reader.element(path.attribute(), path.name(), sent).map(List::of);
  }

  /**
   * Changes the attributes of a resource, which are maps and lists that may be changed.
   *
   * @throws ScimFault if there is nothing to be changed, or what is there cannot be
   */
  void apply(Map<String, Object> resource, RequestNotes notes) {
    Map<String, Object> owner =
        path.extension().map(urn -> Attributes.within(resource, urn)).orElse(resource);
    if (path.attribute().isMultiValued()) {
      applyToValues(owner, notes);
    } else if (path.subAttribute().isPresent()) {
      Map<String, Object> whole = Attributes.within(owner, path.attribute().getName());
      Attributes.put(whole, path.meant(), path.name(), value);
      Attributes.dropIfEmpty(owner, path.attribute().getName());
    } else {
      Attributes.put(owner, path.attribute(), path.name(), value);
    }
    path.extension().ifPresent(urn -> Attributes.dropIfEmpty(resource, urn));
  }

  private void applyToValues(Map<String, Object> owner, RequestNotes notes) {
    String name = path.attribute().getName();
    List<Object> before = Attributes.list(owner, name);
    List<Object> after = new ValuesChange(this, before, notes).after();
    if (after.isEmpty() && path.attribute().isRequired()) {
      throw ScimFault.mutability("`" + name + "` is required: leave one of its values");
    }
    if (after.isEmpty()) {
      owner.remove(name);
    } else {
      owner.put(name, after);
    }
  }

  ScimFault noTarget() {
    return ScimFault.noTarget(
        "operation " + number + ": no value of `" + path.name() + "` is there to be changed");
  }
}
