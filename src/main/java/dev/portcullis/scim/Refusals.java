package dev.portcullis.scim;

import dev.portcullis.scim.message.Excerpt;
import dev.portcullis.scim.message.ScimFault;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/** What the directory refuses, in words for the administrator of the identity provider. */
final class Refusals {

  private static final int SHOWN_VALUES = 3;
  private static final int TOO_MANY_REQUESTS = 429;

  private Refusals() {}

  /**
   * One text for what is unknown, deleted or another tenant's, so that nobody can tell them apart.
   */
  static ScimFault absent() {
    return ScimFault.of(
        HttpServletResponse.SC_NOT_FOUND,
        "no such resource in this connection: it was deleted, or its id is another system's");
  }

  /** RFC 7644 §3.14. */
  static ScimFault stale() {
    return ScimFault.of(
        HttpServletResponse.SC_PRECONDITION_FAILED,
        "the resource is not of a version that `If-Match`, `If-None-Match` or `version` allows: read"
            + " it again, or leave the condition out");
  }

  /** RFC 9865 §2.1. */
  static ScimFault invalidCursor() {
    return ScimFault.invalidCursor(
        "`cursor` is not one that this query gave: send `nextCursor` as it was, with the same"
            + " filter and order, or begin again with an empty one");
  }

  /** RFC 9865 §2.1. */
  static ScimFault expiredCursor() {
    return ScimFault.expiredCursor(
        "`cursor` has expired: begin again with an empty one, and fetch each page soon after the"
            + " one before");
  }

  /** RFC 7644 §3.12, {@code tooMany}. */
  static ScimFault tooMany(int limit) {
    return ScimFault.tooMany(
        "more than "
            + limit
            + " resources match, too many to be sorted for a walk by `cursor`: leave `sortBy` out,"
            + " or narrow `filter`");
  }

  /** The same, where it is the search itself that costs too much. */
  static ScimFault tooCostly() {
    return ScimFault.tooMany(
        "this search takes too long: use fewer conditions in `filter`, or read all resources by"
            + " `cursor` and choose among them");
  }

  static ScimFault taken(String attribute) {
    return ScimFault.uniqueness(
        "another user of this connection has this `"
            + attribute
            + "`: find it with the filter "
            + attribute
            + " eq and link to it, or send another value");
  }

  static ScimFault groupNameTaken() {
    return ScimFault.uniqueness(
        "another group of this connection has this `displayName`: link the push to it, or rename"
            + " one of the two");
  }

  static ScimFault unknownMembers(List<String> values) {
    String shown =
        values.stream().limit(SHOWN_VALUES).map(Excerpt::of).collect(Collectors.joining(", "));
    return ScimFault.invalidValue(
        values.size()
            + " of `members` name no user of this connection, such as "
            + shown
            + ": push the users first");
  }

  /** RFC 6585 §4; Okta waits for whole seconds. */
  static ScimFault tooManyRequests(long retryAfterSeconds) {
    return ScimFault.of(
            TOO_MANY_REQUESTS,
            "this connection sends more requests than PORTCULLIS_SCIM_RATE allows: it is served"
                + " again in "
                + retryAfterSeconds
                + " s; if this happens in ordinary pushes, let the server's operator raise the limit")
        .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfterSeconds));
  }

  static ScimFault notProvisioned() {
    return ScimFault.of(
        HttpServletResponse.SC_FORBIDDEN,
        "this connection takes users and groups from sign-ins only: set its `provisioning` to"
            + " scim+sign-in to push them");
  }
}
