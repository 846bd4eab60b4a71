package dev.portcullis.scim.patch;

import dev.portcullis.scim.message.ScimFault;
import java.util.List;
import java.util.Map;

/** The primary one of several values: at most one is (RFC 7643 §2.4). */
final class PrimaryValue {

  private static final String PRIMARY = "primary";

  private PrimaryValue() {}

  /**
   * Where a value became primary, the others are not any more (RFC 7644 §3.5.2).
   *
   * @param touched the values, by identity, that were just added or changed
   */
  @SuppressWarnings("unchecked")
  static void demoteOthers(List<Object> values, List<Object> touched) {
    if (touched.stream().noneMatch(PrimaryValue::is)) {
      return;
    }
    for (Object value : values) {
      if (is(value) && touched.stream().noneMatch(one -> one == value)) {
        ((Map<String, Object>) value).put(PRIMARY, false);
      }
    }
  }

  static void requireOne(List<Object> values, String attribute) {
    long primaries = values.stream().filter(PrimaryValue::is).count();
    if (primaries > 1) {
      throw ScimFault.invalidValue(
          "`" + attribute + "` has " + primaries + " values with `primary` true: leave one");
    }
  }

  private static boolean is(Object value) {
    return value instanceof Map<?, ?> parts && Boolean.TRUE.equals(parts.get(PRIMARY));
  }
}
