package dev.portcullis.scim.refusals;

import dev.portcullis.testing.ScimClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Operations and paths that mean nothing, or that may not be. */
final class BadPatches {

  private static final String GOOD =
      "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"x\"}";

  private static final List<String> OPERATIONS =
      List.of(
          "5",
          "\"add\"",
          "null",
          "[]",
          "{}",
          "{\"path\":\"title\",\"value\":\"x\"}",
          "{\"op\":\"\",\"path\":\"title\",\"value\":\"x\"}",
          "{\"op\":\"move\",\"path\":\"title\",\"from\":\"nickName\"}",
          "{\"op\":\"copy\",\"path\":\"title\",\"from\":\"nickName\"}",
          "{\"op\":\"test\",\"path\":\"title\",\"value\":\"x\"}",
          "{\"op\":5,\"path\":\"title\",\"value\":\"x\"}",
          "{\"op\":[\"add\"],\"path\":\"title\",\"value\":\"x\"}",
          "{\"op\":\"add\",\"path\":5,\"value\":\"x\"}",
          "{\"op\":\"add\",\"path\":{},\"value\":\"x\"}",
          "{\"op\":\"add\",\"path\":[\"title\"],\"value\":\"x\"}",
          "{\"op\":\"remove\"}",
          "{\"op\":\"remove\",\"path\":\"\"}",
          "{\"op\":\"add\"}",
          "{\"op\":\"add\",\"value\":\"x\"}",
          "{\"op\":\"add\",\"value\":5}",
          "{\"op\":\"replace\",\"value\":[{\"displayName\":\"x\"}]}",
          "{\"op\":\"add\",\"path\":\"displayName\"}");

  private static final List<String> PATHS =
      List.of(
          "colour",
          "name.colour",
          "emails.colour",
          "emails[",
          "emails]",
          "emails[]",
          "emails[type",
          "emails[type eq]",
          "emails[type eq \\\"work\\\"",
          "emails[type eq \\\"work\\\"]]",
          "emails[type eq \\\"work\\\"].colour",
          "emails[type eq \\\"work\\\"]value",
          "emails[colour eq \\\"x\\\"].value",
          "emails[type zz \\\"x\\\"].value",
          "emails[type eq 5].value",
          "emails[primary gt true].value",
          "title[value eq \\\"x\\\"]",
          ".title",
          "title.",
          "title..x",
          "na me",
          "/title",
          "$.title",
          "title eq \\\"x\\\"",
          "urn:nonsense:title",
          "urn:ietf:params:scim:schemas:core:2.0:Group:colour",
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:colour",
          "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.colour",
          "name.givenName.x",
          "emails.value.x",
          "name[",
          "(title)",
          "not title",
          "members.value.x",
          "💥",
          "\\u0001",
          " . ");

  private static final List<String> READ_ONLY =
      List.of(
          "id",
          "meta",
          "meta.created",
          "meta.version",
          "groups",
          "groups.value",
          "groups[value eq \\\"x\\\"]",
          "urn:ietf:params:scim:schemas:core:2.0:User:id");

  private BadPatches() {}

  static List<BadRequest> all(World world) {
    List<BadRequest> all = new ArrayList<>();
    for (String operation : OPERATIONS) {
      all.addAll(patches(world, "operation", operation));
    }
    for (String path : PATHS) {
      for (String op : List.of("add", "replace", "remove")) {
        all.addAll(patches(world, "path", operation(op, path, "\"x\"")));
      }
    }
    for (String path : READ_ONLY) {
      for (String op : List.of("add", "replace", "remove")) {
        all.addAll(userPatches(world, "read only", operation(op, path, "\"x\"")));
      }
    }
    all.addAll(required(world));
    all.addAll(members(world));
    all.addAll(envelopes(world));
    return all;
  }

  private static String operation(String op, String path, String value) {
    return "{\"op\":\"%s\",\"path\":\"%s\"%s}"
        .formatted(op, path, op.equals("remove") ? "" : ",\"value\":" + value);
  }

  /** The operation alone, and after one that would do. */
  private static List<BadRequest> userPatches(World world, String mistake, String operation) {
    return List.of(
        BadRequest.of(mistake, "PATCH", world.userPath(), ScimClient.patchOp(operation))
            .expecting(400),
        BadRequest.of(mistake, "PATCH", world.userPath(), ScimClient.patchOp(GOOD, operation))
            .expecting(400));
  }

  private static List<BadRequest> patches(World world, String mistake, String operation) {
    List<BadRequest> all = new ArrayList<>(userPatches(world, mistake, operation));
    all.add(
        BadRequest.of(mistake, "PATCH", world.groupPath(), ScimClient.patchOp(GOOD, operation))
            .expecting(400));
    return all;
  }

  private static List<BadRequest> required(World world) {
    List<BadRequest> all = new ArrayList<>();
    all.addAll(userPatches(world, "required", operation("remove", "userName", "")));
    all.addAll(userPatches(world, "required", operation("replace", "userName", "null")));
    all.addAll(
        userPatches(world, "required", "{\"op\":\"replace\",\"value\":{\"userName\":\"\"}}"));
    String noTarget = operation("replace", "emails[type eq \\\"other\\\"].value", "\"x\"");
    all.addAll(userPatches(world, "no target", noTarget));
    return all;
  }

  private static List<BadRequest> members(World world) {
    List<BadRequest> all = new ArrayList<>();
    for (String operation :
        List.of(
            operation("replace", "members.value", "\"x\""),
            operation("replace", "members[value eq \\\"" + world.user() + "\\\"].value", "\"x\""),
            operation("add", "members[value eq \\\"" + world.user() + "\\\"].display", "\"x\""),
            operation("replace", "members[value eq \\\"x\\\"].value", "\"y\""),
            operation("remove", "members[colour eq \\\"x\\\"]", ""),
            operation("remove", "members[value eq", ""),
            operation("remove", "displayName", ""),
            operation("replace", "displayName", "5"),
            operation("replace", "id", "\"x\""))) {
      String path = world.groupPath();
      all.add(
          BadRequest.of("members", "PATCH", path, ScimClient.patchOp(operation)).expecting(400));
      all.add(
          BadRequest.of(
                  "members",
                  "PATCH",
                  path,
                  ScimClient.patchOp("{\"op\":\"remove\",\"path\":\"members\"}", operation))
              .expecting(400));
    }
    return all;
  }

  private static List<BadRequest> envelopes(World world) {
    List<BadRequest> all = new ArrayList<>();
    String many = String.join(",", Collections.nCopies(10_001, GOOD));
    for (String path : List.of(world.userPath(), world.groupPath())) {
      all.add(BadRequest.of("too many", "PATCH", path, ScimClient.patchOp(many)).expecting(413));
      for (String operations : List.of("{}", "[]", "null", "5", "\"x\"", GOOD)) {
        String body =
            "{\"schemas\":[\"%s\"],\"Operations\":%s}".formatted(ScimClient.PATCH, operations);
        all.add(BadRequest.of("operations", "PATCH", path, body).expecting(400));
      }
      all.add(BadRequest.of("operations", "PATCH", path, "[" + GOOD + "]").expecting(400));
    }
    return all;
  }
}
