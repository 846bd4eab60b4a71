package dev.portcullis.scim.schema;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.scim.message.ScimFault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What holds for the attributes of a resource as a whole, by whichever verb they are written: what
 * is required is there, and what is immutable stays (RFC 7643 §2.2). The attributes that a resource
 * cannot be without, such as {@code userName}, are the documents' own concern.
 *
 * <p>An extension that a write leaves alone is not looked at, so that one that was declared
 * stricter since does not stand in the way of other changes.
 */
public record WriteRules(ResourceSchema schema) {

  /**
   * The attributes of a new resource.
   *
   * @throws ScimFault {@code invalidValue} if something required is missing
   */
  public AttributeValues created(AttributeValues sent) {
    return patched(AttributeValues.NONE, sent);
  }

  /**
   * The attributes of a resource that is replaced (RFC 7644 §3.5.1). Immutable ones that are left
   * out stay.
   *
   * @throws ScimFault if something required is missing, or something immutable would change
   */
  public AttributeValues replaced(AttributeValues current, AttributeValues sent) {
    requireComplete(current, sent);
    ImmutableAttributes own = ImmutableAttributes.of(schema);
    Map<String, Object> kept = new LinkedHashMap<>(own.kept(current.asMap(), sent.asMap()));
    for (ResourceSchema extension : schema.extensions()) {
      Map<String, Object> values =
          ImmutableAttributes.of(extension).kept(part(current, extension), part(sent, extension));
      if (!values.isEmpty()) {
        kept.put(extension.urn(), values);
      }
    }
    AttributeValues after = new AttributeValues(kept);
    requireUnchanged(current, after);
    return after;
  }

  /**
   * The attributes that a patch made.
   *
   * @throws ScimFault if something required is missing now, or something immutable has changed
   */
  public AttributeValues patched(AttributeValues current, AttributeValues after) {
    requireComplete(current, after);
    requireUnchanged(current, after);
    return after;
  }

  private void requireComplete(AttributeValues before, AttributeValues after) {
    for (ResourceSchema extension : schema.extensions()) {
      Map<String, Object> values = part(after, extension);
      if (!values.isEmpty() && !Objects.equals(values, part(before, extension))) {
        RequiredAttributes.requireIn(values, extension);
      }
    }
  }

  private void requireUnchanged(AttributeValues before, AttributeValues after) {
    ImmutableAttributes.of(schema).requireUnchanged(before.asMap(), after.asMap());
    for (ResourceSchema extension : schema.extensions()) {
      ImmutableAttributes.of(extension)
          .requireUnchanged(part(before, extension), part(after, extension));
    }
  }

  private static Map<String, Object> part(AttributeValues values, ResourceSchema extension) {
    return Parts.of(values.asMap().get(extension.urn()));
  }
}
