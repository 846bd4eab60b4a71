package dev.portcullis.scim.refusals;

import dev.portcullis.testing.ScimClient;
import java.util.ArrayList;
import java.util.List;

/** Content types, codings, credentials and versions that do not fit. */
final class BadHeaders {

  private BadHeaders() {}

  static List<BadRequest> all(World world) {
    List<BadRequest> all = new ArrayList<>(contentTypes(world));
    all.addAll(credentials(world));
    all.addAll(versions(world));
    return all;
  }

  /** Requests that would change something, were it not for a header. */
  private static List<BadRequest> writes(World world, String mistake) {
    String user = ScimClient.userBody("somebody", "");
    String patch =
        ScimClient.patchOp("{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"x\"}");
    return List.of(
        BadRequest.of(mistake, "POST", "/Users", user),
        BadRequest.of(mistake, "PUT", world.userPath(), user),
        BadRequest.of(mistake, "PATCH", world.userPath(), patch),
        BadRequest.of(mistake, "PATCH", world.groupPath(), patch));
  }

  private static List<BadRequest> contentTypes(World world) {
    List<BadRequest> all = new ArrayList<>();
    for (String type :
        List.of(
            "text/plain",
            "text/json",
            "text/html",
            "application/xml",
            "application/scim+xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "nonsense",
            "application/",
            "*/*",
            "application/json-patch+json",
            "application/octet-stream")) {
      writes(world, "content type")
          .forEach(write -> all.add(write.with("Content-Type", type).expecting(415)));
    }
    for (String coding : List.of("gzip", "deflate", "br", "gzip, identity", "nonsense")) {
      writes(world, "content coding")
          .forEach(write -> all.add(write.with("Content-Encoding", coding).expecting(415)));
    }
    return all;
  }

  private static List<BadRequest> credentials(World world) {
    List<BadRequest> all = new ArrayList<>();
    String token = world.token();
    for (String credential :
        List.of(
            "",
            "Bearer",
            "Bearer nonsense",
            "nonsense",
            "Basic YTpi",
            "Bearer " + token + "x",
            "Bearer x" + token,
            "Bearer " + token.substring(0, token.length() - 1),
            "Bearer " + token + " " + token,
            "Bearer " + token.toUpperCase(java.util.Locale.ROOT),
            "Digest " + token,
            "Bearer null")) {
      all.add(
          BadRequest.of("credential", "GET", "/Users")
              .with("Authorization", credential)
              .expecting(401));
      writes(world, "credential")
          .forEach(write -> all.add(write.with("Authorization", credential).expecting(401)));
    }
    return all;
  }

  private static List<BadRequest> versions(World world) {
    List<BadRequest> all = new ArrayList<>();
    List<BadRequest> changes = new ArrayList<>(writes(world, "stale version"));
    changes.removeIf(write -> write.method().equals("POST"));
    changes.add(BadRequest.of("stale version", "DELETE", world.userPath()));
    changes.add(BadRequest.of("stale version", "DELETE", world.groupPath()));
    for (BadRequest change : changes) {
      for (String stale :
          List.of("W/\"stale\"", "\"stale\"", "W/\"a\", W/\"b\"", "W/\"\"", "W/\"999999\"")) {
        all.add(change.with("If-Match", stale).expecting(412));
      }
      all.add(change.with("If-None-Match", "*").expecting(412));
    }
    return all;
  }
}
