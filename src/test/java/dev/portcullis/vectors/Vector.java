package dev.portcullis.vectors;

import java.util.List;
import java.util.Map;

/**
 * One example.
 *
 * @param id such as {@code V7b}
 * @param source where the public documentation has it
 * @param world what there is, as {@link VectorWorld} builds it
 * @param story what happens in it, one step after another
 */
record Vector(String id, String title, String source, Map<String, Object> world, List<Step> story) {

  /** A step of a story. */
  sealed interface Step {}

  /**
   * A request.
   *
   * @param as by whom, by a short name; empty for the organization's API client
   * @param reply what the reply holds at least
   * @param warnings what each of its warnings has in it, in order; exactly as many
   */
  record Request(
      String as,
      String method,
      String path,
      String body,
      int status,
      Object reply,
      List<String> warnings)
      implements Step {}

  /**
   * A question to which these subjects are answered with yes and those with no.
   *
   * @param because the kind of every denial's first reason; empty for any
   */
  record Question(
      String action,
      String type,
      String id,
      Map<String, Object> properties,
      Map<String, Object> actionProperties,
      List<String> allow,
      List<String> deny,
      String because)
      implements Step {}

  @Override
  public String toString() {
    return id + " " + title;
  }
}
