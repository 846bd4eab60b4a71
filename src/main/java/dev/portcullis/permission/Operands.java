package dev.portcullis.permission;

import dev.portcullis.permission.Operand.Contextual;
import dev.portcullis.permission.Operand.Literal;
import dev.portcullis.permission.Operand.Property;
import dev.portcullis.permission.Operand.Sought;
import dev.portcullis.permission.Operand.Tested;
import dev.portcullis.permission.PropertyValue.Many;
import dev.portcullis.permission.PropertyValue.Null;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up what a policy's rule speaks of. */
final class Operands {

  private final AccessRequest request;

  Operands(AccessRequest request) {
    this.request = request;
  }

  /** The value to test; empty if the context has none, which makes the rule false. */
  Optional<PropertyValue> find(Tested tested) {
    return switch (tested) {
      case Property(String name) -> Optional.of(property(name));
      case Contextual contextual -> find(contextual);
    };
  }

  /** The value to test against; empty if the context has none. */
  Optional<PropertyValue> find(Sought sought) {
    return switch (sought) {
      case Literal(PropertyValue value) -> Optional.of(value);
      case Contextual contextual -> find(contextual);
    };
  }

  /** A value that may be missing from the context too, for those who ask about just that. */
  PropertyValue valueOf(Tested tested) {
    return switch (tested) {
      case Property(String name) -> property(name);
      case Contextual contextual -> valueOf(contextual);
    };
  }

  Optional<PropertyValue> find(Contextual contextual) {
    return Optional.of(valueOf(contextual)).filter(value -> value != Null.NULL);
  }

  private PropertyValue valueOf(Contextual contextual) {
    Circumstances circumstances = request.circumstances();
    String name = contextual.property();
    return switch (contextual.context()) {
      case USER -> ofUser(name);
      case USER_TEAMS -> ofTeams(name);
      case ACTION -> circumstances.action().get(name);
      case RESOURCE -> circumstances.resource().get(name);
    };
  }

  /** What decides rights is never taken from a property of the same name. */
  private PropertyValue property(String name) {
    Resource resource = request.resource();
    return switch (name) {
      case "$identifier" -> PropertyValue.of(resource.id());
      case "$blueprint" -> PropertyValue.of(resource.type());
      case "$team" -> resource.ownerNames().asValue();
      default -> resource.properties().get(name);
    };
  }

  private PropertyValue ofUser(String name) {
    return name.equals("$team")
        ? request.subject().teamNames().asValue()
        : request.circumstances().user().get(name);
  }

  private PropertyValue ofTeams(String name) {
    if (name.equals("$identifier")) {
      return request.subject().teamNames().asValue();
    }
    List<PropertyValue> values = new ArrayList<>();
    for (Attributes team : request.circumstances().userTeams()) {
      flatten(team.get(name), values);
    }
    return new Many(values);
  }

  private static void flatten(PropertyValue value, List<PropertyValue> into) {
    if (value instanceof Many(var elements)) {
      elements.forEach(element -> flatten(element, into));
    } else if (value != Null.NULL) {
      into.add(value);
    }
  }
}
