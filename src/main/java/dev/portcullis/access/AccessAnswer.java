package dev.portcullis.access;

import java.util.List;

/**
 * The answer to a question.
 *
 * @param reasons the deciding one first; empty unless asked for, and at most 50
 */
public record AccessAnswer(boolean allowed, List<AccessReason> reasons) {

  public AccessAnswer {
    reasons = List.copyOf(reasons);
  }
}
