package dev.portcullis.access;

/**
 * May this subject do this with that resource?
 *
 * @param subjectId an id, an e-mail or a user name
 * @param action Port's name of the action, or one of its aliases
 * @param resourceType identifier of a blueprint
 * @param resourceId identifier of an entity, stored or not; never blank
 * @param explain whether the answer is to give its reasons
 */
public record AccessQuestion(
    String subjectType,
    String subjectId,
    String action,
    String resourceType,
    String resourceId,
    ClaimedResource claimed,
    boolean explain) {}
