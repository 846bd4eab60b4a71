package dev.portcullis.scim;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions of a resource as {@code If-Match}, {@code If-None-Match} and a bulk operation's {@code
 * version} name them (RFC 9110 §8.8.3, RFC 7644 §3.14). Weak and strong tags compare alike, for
 * there are only weak ones here. What is no list of tags, or names no version of ours, is a list
 * that matches nothing.
 *
 * @param any whether it is {@code *}, which means whatever version there is
 */
record EntityTags(boolean any, Set<Long> versions) {

  /** Nothing is named. */
  static final EntityTags NONE = new EntityTags(false, Set.of());

  private static final EntityTags ANY = new EntityTags(true, Set.of());

  /** One element of the list, which may be empty (RFC 9110 §5.6.1). */
  private static final Pattern ELEMENT =
      Pattern.compile("\\G[ \\t]*+(?:(?:W/)?\"([^\"]*+)\"[ \\t]*+)?(?:,|$)");

  private static final Pattern VERSION = Pattern.compile("0|[1-9]\\d{0,17}");

  EntityTags {
    versions = Set.copyOf(versions);
  }

  /** The tag of a version, as {@code ETag} and {@code meta.version} show it. */
  static String of(long version) {
    return "W/\"" + version + "\"";
  }

  static EntityTags parse(String list) {
    if (list.strip().equals("*")) {
      return ANY;
    }
    Set<Long> versions = new HashSet<>();
    Matcher element = ELEMENT.matcher(list);
    int end = 0;
    while (end < list.length() && element.find()) {
      end = element.end();
      Optional.ofNullable(element.group(1))
          .filter(tag -> VERSION.matcher(tag).matches())
          .map(Long::valueOf)
          .ifPresent(versions::add);
    }
    return end < list.length() ? NONE : new EntityTags(false, versions);
  }

  boolean match(long version) {
    return any || versions.contains(version);
  }
}
