package dev.portcullis.scim.filter;

import java.util.Optional;

/**
 * The sub-attributes of a complex attribute, as the brackets behind it name them.
 *
 * @param name of the attribute, as a message quotes it
 */
record ElementScope(NamedAttribute attribute, String name, PositionedFault fault) implements Scope {

  @Override
  public Optional<NamedAttribute> find(AttributeReference part) {
    if (part.urn().isPresent() || part.subAttribute().isPresent()) {
      throw fault.at(
          part.position(), "within brackets write the name of a sub-attribute alone, such as type");
    }
    return Optional.of(
        attribute
            .part(part.attribute())
            .orElseThrow(
                () -> fault.at(part.position(), name + " has no sub-attribute " + part.quoted())));
  }
}
