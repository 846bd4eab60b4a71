package dev.portcullis.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * May this subject do this with that resource?
 *
 * @param subjectId an id, an e-mail or a user name
 * @param subjectProperties what the question says of the subject, as trees of JDK values without
 *     nulls; it counts where the directory does not know better
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
    Map<String, Object> subjectProperties,
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

  /** The only kind of subject that there is. */
  static final String USER = "user";

  public AccessQuestion {
    subjectProperties = Collections.unmodifiableMap(new LinkedHashMap<>(subjectProperties));
    actionProperties = Collections.unmodifiableMap(new LinkedHashMap<>(actionProperties));
  }

  /** About a user and something of which nothing is said besides, without reasons. */
  static AccessQuestion plain(UUID userId, String action, String resourceType, String resourceId) {
    return new AccessQuestion(
        USER,
        userId.toString(),
        Map.of(),
        action,
        Map.of(),
        resourceType,
        resourceId,
        new ClaimedResource(List.of(), Map.of()),
        false);
  }

  AccessQuestion about(String otherSubjectId) {
    return new AccessQuestion(
        subjectType,
        otherSubjectId,
        subjectProperties,
        action,
        actionProperties,
        resourceType,
        resourceId,
        claimed,
        explain);
  }

  AccessQuestion on(String otherResourceId) {
    return new AccessQuestion(
        subjectType,
        subjectId,
        subjectProperties,
        action,
        actionProperties,
        resourceType,
        otherResourceId,
        claimed,
        explain);
  }

  AccessQuestion doing(String otherAction) {
    return new AccessQuestion(
        subjectType,
        subjectId,
        subjectProperties,
        otherAction,
        actionProperties,
        resourceType,
        resourceId,
        claimed,
        explain);
  }
}
