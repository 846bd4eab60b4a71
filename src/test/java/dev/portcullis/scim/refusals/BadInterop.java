package dev.portcullis.scim.refusals;

import dev.portcullis.testing.ScimClient;
import java.util.ArrayList;
import java.util.List;

/** What the {@code interop} dialect refuses though the RFC or Okta's client would have it. */
final class BadInterop {

  private BadInterop() {}

  static List<BadRequest> all(World world) {
    String user = "/Users/" + world.strictUser();
    List<BadRequest> all = new ArrayList<>();
    for (String operation :
        List.of(
            "{\"op\":\"replace\",\"value\":{\"active\":false}}",
            "{\"op\":\"add\",\"value\":{\"title\":\"x\"}}",
            "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"false\"}",
            "{\"op\":\"replace\",\"path\":\"colour\",\"value\":\"red\"}")) {
      all.add(BadRequest.of("interop", "PATCH", user, ScimClient.patchOp(operation)));
    }
    for (String member :
        List.of("\"colour\":\"red\"", "\"active\":\"true\"", "\"name\":{\"colour\":\"red\"}")) {
      String body = ScimClient.userBody("somebody", "," + member);
      all.add(BadRequest.of("interop", "POST", "/Users", body));
      all.add(BadRequest.of("interop", "PUT", user, body));
    }
    for (String members :
        List.of(
            "null",
            "[{\"value\":\"" + world.strictUser() + "\"}]",
            "[{\"value\":\"nobody\",\"type\":\"User\"}]")) {
      String body =
          "{\"schemas\":[\"%s\"],\"displayName\":\"New\",\"members\":%s}"
              .formatted(ScimClient.GROUP, members);
      all.add(BadRequest.of("interop", "POST", "/Groups", body));
    }
    String title = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"x\"}";
    all.add(
        BadRequest.of("interop", "PATCH", user, ScimClient.patchOp(title)).with("If-Match", "*"));
    return all.stream()
        .map(r -> r.expecting(400).with("Authorization", "Bearer " + world.strict().scimToken()))
        .toList();
  }
}
