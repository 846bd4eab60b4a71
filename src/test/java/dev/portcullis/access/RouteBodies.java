package dev.portcullis.access;

import java.util.Map;

/**
 * Bodies that would be taken, so that a refusal is one of the path and not of the body. Routes that
 * are missing here get an empty object.
 */
final class RouteBodies {

  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry(
              "POST /v1/blueprints/{blueprint}/entities",
              "{\"identifier\":\"made\",\"title\":\"made\",\"properties\":{}}"),
          Map.entry("PATCH /v1/blueprints/{identifier}/permissions", "{\"entities\":{}}"),
          Map.entry(
              "PATCH /v1/actions/{identifier}/permissions",
              "{\"execute\":{\"roles\":[\"Admin\"]}}"),
          Map.entry(
              "PATCH /v1/pages/{identifier}/permissions", "{\"read\":{\"roles\":[\"Admin\"]}}"),
          Map.entry("PATCH /v1/actions/{identifier}", "{\"title\":\"made\"}"),
          Map.entry("PATCH /v1/pages/{identifier}", "{\"title\":\"made\"}"),
          Map.entry("PATCH /v1/connections/{name}", "{\"sessionIdle\":\"P1D\"}"),
          Map.entry(
              "POST /v1/connections/{name}/group-filter/preview",
              "{\"groupFilter\":{\"type\":\"EQUALS\",\"value\":\"made\"}}"),
          Map.entry("PATCH /v1/group-rules/{identifier}", "{\"title\":\"made\"}"),
          Map.entry("PATCH /v1/applications/{clientId}", "{\"name\":\"made\"}"),
          Map.entry("PUT /v1/users/{user}/handle", "{\"email\":\"made@acme.test\"}"),
          Map.entry(
              "POST /v1/users/{user}/move",
              "{\"connection\":\"home-link\",\"externalId\":\"made\"}"));

  private RouteBodies() {}

  static String of(String route) {
    return BODIES.getOrDefault(route, "{}");
  }
}
