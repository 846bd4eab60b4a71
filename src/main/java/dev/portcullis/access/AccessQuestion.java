package dev.portcullis.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * May this subject do this with that resource?
 *
 * @param subjectId an id, an e-mail or a user name
 * @param action Port's name of the action, or one of its aliases
 * @param actionProperties what the question says of the action, as trees of JDK values without
 *     nulls; policies may look at it
 * @param resourceType identifier of a blueprint, or {@code _action} or {@code _page}
 * @param resourceId identifier of an entity, an action or a page, stored or not; never blank
 * @param explain whether the answer is to give its reasons
 */
public record AccessQuestion(
    String subjectType,
    String subjectId,
    String action,
    Map<String, Object> actionProperties,
    String resourceType,
    String resourceId,
    ClaimedResource claimed,
    boolean explain) {

  /** The type of resources that are self-service actions. */
  static final String ACTION = "_action";

  /** The type of resources that are pages. */
  static final String PAGE = "_page";

  public AccessQuestion {
    actionProperties = Collections.unmodifiableMap(new LinkedHashMap<>(actionProperties));
  }
}
