package dev.portcullis.scim;

import dev.portcullis.scim.message.Excerpt;
import dev.portcullis.scim.message.ScimFault;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the path of a bulk operation names: users or groups, or one of them.
 *
 * @param collectionPath the path of this edge under which they are
 */
record BulkTarget(String collectionPath, Optional<String> id) {

  /** Also without the leading slash, as examples in circulation have it. */
  private static final Pattern PATH =
      Pattern.compile("/?(Users|Groups)(?:/([A-Za-z0-9._~-]{1,100}))?");

  /**
   * Reads a path without references.
   *
   * @throws ScimFault 404 if it names nothing that operations can be sent to
   */
  static BulkTarget of(String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      throw ScimFault.of(
          HttpServletResponse.SC_NOT_FOUND,
          "there is nothing at `"
              + Excerpt.of(path)
              + "`: the path of an operation is /Users or /Groups, or one of them with an id");
    }
    return new BulkTarget(
        ScimPaths.ROOT + "/" + matcher.group(1), Optional.ofNullable(matcher.group(2)));
  }

  boolean isUsers() {
    return collectionPath.equals(ScimPaths.USERS);
  }

  BulkTarget withId(String resourceId) {
    return new BulkTarget(collectionPath, Optional.of(resourceId));
  }

  Optional<String> location(ResourceLocations locations) {
    return id.map(resourceId -> locations.of(collectionPath, resourceId));
  }
}
