package dev.portcullis.scim.patch;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Type;
import dev.portcullis.attribute.CaseFold;
import java.util.Map;
import java.util.Objects;

/** When two values of a multi-valued attribute are the same one. */
final class ValueIdentity {

  private static final String VALUE = "value";
  private static final String TYPE = "type";

  private ValueIdentity() {}

  /** A pair of type and value does not come twice (RFC 7643 §2.4); others are equal as a whole. */
  static boolean same(Object present, Object sent) {
    if (present instanceof Map<?, ?> left
        && sent instanceof Map<?, ?> right
        && left.get(VALUE) != null) {
      return left.get(VALUE).equals(right.get(VALUE))
          && Objects.equals(left.get(TYPE), right.get(TYPE));
    }
    return present.equals(sent);
  }

  /** Whether a value has all the parts that were sent to name it. */
  static boolean answers(Object present, Object sent, AttributeDefinition attribute) {
    if (present instanceof Map<?, ?> left && sent instanceof Map<?, ?> right) {
      return right.entrySet().stream()
          .allMatch(part -> {
            String name = (String) part.getKey();
            Object own = left.get(name);
            return own != null && equal(own, part.getValue(), Attributes.part(attribute, name));
          });
    }
    return equal(present, sent, attribute);
  }

  private static boolean equal(Object left, Object right, AttributeDefinition attribute) {
    boolean folds = attribute.getType() == Type.STRING && !attribute.isCaseExact();
    return folds && left instanceof String one && right instanceof String other
        ? CaseFold.of(one).equals(CaseFold.of(other))
        : left.equals(right);
  }
}
