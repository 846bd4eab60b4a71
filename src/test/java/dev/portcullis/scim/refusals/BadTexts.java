package dev.portcullis.scim.refusals;

import dev.portcullis.testing.ScimClient;
import java.util.ArrayList;
import java.util.List;

/** Names that are missing, taken, too long or unstorable, and members that are none. */
final class BadTexts {

  private BadTexts() {}

  static List<BadRequest> all(World world) {
    List<BadRequest> all = new ArrayList<>();
    for (String name :
        List.of(
            "5",
            "true",
            "null",
            "\"\"",
            "\" \"",
            "{}",
            "[]",
            "[\"a\"]",
            "\"a\\u0000b\"",
            "\"" + "a".repeat(257) + "\"",
            "\"\\ud800\"")) {
      all.addAll(named(world, "name " + name.substring(0, Math.min(9, name.length())), name, 400));
    }
    all.add(BadRequest.of("missing", "POST", "/Users", body(ScimClient.USER, "\"title\":\"x\"")));
    all.add(BadRequest.of("missing", "POST", "/Groups", body(ScimClient.GROUP, "\"members\":[]")));
    all.addAll(taken(world));
    all.addAll(members(world));
    return all;
  }

  private static String body(String urn, String members) {
    return "{\"schemas\":[\"" + urn + "\"]," + members + "}";
  }

  private static List<BadRequest> named(World world, String mistake, String json, int status) {
    String user = body(ScimClient.USER, "\"userName\":" + json);
    String group = body(ScimClient.GROUP, "\"displayName\":" + json);
    return List.of(
        BadRequest.of(mistake, "POST", "/Users", user).expecting(status),
        BadRequest.of(mistake, "PUT", world.userPath(), user).expecting(status),
        BadRequest.of(mistake, "POST", "/Groups", group).expecting(status),
        BadRequest.of(mistake, "PUT", world.groupPath(), group).expecting(status));
  }

  private static List<BadRequest> taken(World world) {
    List<BadRequest> all = new ArrayList<>();
    for (String name : List.of("jsmith", "JSMITH", "JSmith")) {
      String body = ScimClient.userBody(name, "");
      all.add(BadRequest.of("taken", "POST", "/Users", body).expecting(409));
      all.add(BadRequest.of("taken", "PUT", world.userPath(), body).expecting(409));
      String patch =
          ScimClient.patchOp(
              "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"" + name + "\"}");
      all.add(BadRequest.of("taken", "PATCH", world.userPath(), patch).expecting(409));
    }
    String externalId = ScimClient.userBody("somebody", ",\"externalId\":\"00u2\"");
    all.add(BadRequest.of("taken", "POST", "/Users", externalId).expecting(409));
    String group = body(ScimClient.GROUP, "\"displayName\":\"Employees\"");
    all.add(BadRequest.of("taken", "POST", "/Groups", group).expecting(409));
    all.add(BadRequest.of("taken", "PUT", world.groupPath(), group).expecting(409));
    return all;
  }

  private static List<BadRequest> members(World world) {
    List<BadRequest> all = new ArrayList<>();
    for (String member :
        List.of(
            "5",
            "\"x\"",
            "[]",
            "true",
            "{\"value\":5}",
            "{\"value\":{}}",
            "{\"value\":[]}",
            "{\"value\":\"a\",\"type\":\"Group\"}",
            "{\"value\":\"a\",\"type\":5}",
            "{\"value\":\"a\\u0000\"}",
            "{\"value\":\"" + "a".repeat(257) + "\"}",
            "{\"value\":\"a\",\"display\":5}",
            "{\"value\":\"a\",\"$ref\":5}",
            "{\"type\":\"User\"}",
            "{\"display\":\"nobody\"}")) {
      String list = "[{\"value\":\"" + world.user() + "\"}," + member + "]";
      String put = body(ScimClient.GROUP, "\"displayName\":\"Other\",\"members\":" + list);
      all.add(BadRequest.of("member", "POST", "/Groups", put).expecting(400));
      all.add(BadRequest.of("member", "PUT", world.groupPath(), put).expecting(400));
      for (String op : List.of("add", "replace")) {
        String patch =
            ScimClient.patchOp(
                "{\"op\":\"remove\",\"path\":\"members\"}",
                "{\"op\":\"" + op + "\",\"path\":\"members\",\"value\":" + list + "}");
        all.add(BadRequest.of("member", "PATCH", world.groupPath(), patch).expecting(400));
      }
    }
    return all;
  }
}
