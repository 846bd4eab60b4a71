package dev.portcullis.scim;

import jakarta.servlet.http.HttpServletRequest;

/** The paths of this edge. */
final class ScimPaths {

  static final String ROOT = "/scim/v2";
  static final String USERS = ROOT + "/Users";
  static final String GROUPS = ROOT + "/Groups";
  static final String BULK = ROOT + "/Bulk";
  static final String ME = ROOT + "/Me";
  static final String SERVICE_PROVIDER_CONFIG = ROOT + "/ServiceProviderConfig";
  static final String RESOURCE_TYPES = ROOT + "/ResourceTypes";
  static final String SCHEMAS = ROOT + "/Schemas";

  /** Behind the root and each collection: a search by a message (RFC 7644 §3.4.3). */
  static final String SEARCH = "/.search";

  private ScimPaths() {}

  /** Whether a request is for this edge. */
  static boolean contains(HttpServletRequest request) {
    String path = path(request);
    return path.equals(ROOT) || path.startsWith(ROOT + "/");
  }

  /** Whether a request is for the signed-in user. */
  static boolean isMe(HttpServletRequest request) {
    return path(request).equals(ME);
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }
}
