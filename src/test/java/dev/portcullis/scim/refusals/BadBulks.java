package dev.portcullis.scim.refusals;

import dev.portcullis.testing.ScimClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Bulk requests that are none, whose operations are none, or whose operations are refused. */
final class BadBulks {

  private static final String USER = ScimClient.userBody("somebody", "");

  private BadBulks() {}

  static List<BadRequest> all(World world, List<BadRequest> refusedAlone) {
    List<BadRequest> all = new ArrayList<>();
    for (String members :
        List.of(
            "\"x\":1",
            "\"Operations\":{}",
            "\"Operations\":null",
            "\"Operations\":5",
            "\"Operations\":\"x\"",
            "\"Operations\":[5]",
            "\"Operations\":[null]",
            "\"Operations\":[[]]",
            "\"Operations\":[{}]",
            "\"failOnErrors\":\"1\",\"Operations\":[%s]".formatted(post("a")),
            "\"failOnErrors\":1.5,\"Operations\":[%s]".formatted(post("a")),
            "\"failOnErrors\":0,\"Operations\":[%s]".formatted(post("a")),
            "\"failOnErrors\":-1,\"Operations\":[%s]".formatted(post("a")),
            "\"failOnErrors\":{},\"Operations\":[%s]".formatted(post("a")))) {
      String body = "{\"schemas\":[\"" + ScimClient.BULK + "\"]," + members + "}";
      all.add(BadRequest.of("bulk message", "POST", "/Bulk", body));
    }
    String many =
        String.join(
            ",", Collections.nCopies(1_001, "{\"method\":\"DELETE\",\"path\":\"/Users/x\"}"));
    all.add(bulk("too many", many).expecting(413));
    all.add(bulk("too large", post("a".repeat(1_048_577))).expecting(413));
    all.addAll(operations(world));
    all.addAll(wrapped(refusedAlone));
    return all;
  }

  private static BadRequest bulk(String mistake, String... operations) {
    return BadRequest.of("bulk: " + mistake, "POST", "/Bulk", ScimClient.bulkRequest(operations));
  }

  private static String post(String bulkId) {
    return operation("POST", "/Users", bulkId, USER);
  }

  private static String operation(String method, String path, String bulkId, String body) {
    return "{\"method\":\"%s\",\"path\":\"%s\",\"bulkId\":\"%s\",\"data\":%s}"
        .formatted(method, path, bulkId, body);
  }

  private static List<BadRequest> operations(World world) {
    List<BadRequest> all = new ArrayList<>();
    for (String operation :
        List.of(
            "{\"path\":\"/Users\",\"bulkId\":\"a\",\"data\":%s}".formatted(USER),
            "{\"method\":5,\"path\":\"/Users\",\"bulkId\":\"a\",\"data\":%s}".formatted(USER),
            operation("GET", "/Users", "a", USER),
            operation("HEAD", "/Users", "a", USER),
            operation("BREW", "/Users", "a", USER),
            "{\"method\":\"POST\",\"bulkId\":\"a\",\"data\":%s}".formatted(USER),
            "{\"method\":\"POST\",\"path\":5,\"bulkId\":\"a\",\"data\":%s}".formatted(USER),
            "{\"method\":\"POST\",\"path\":\"/Users\",\"data\":%s}".formatted(USER),
            "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":5,\"data\":%s}".formatted(USER),
            "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\"}",
            "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\",\"data\":\"x\"}",
            "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\",\"data\":[]}",
            operation("POST", "/Users/" + world.user(), "a", USER),
            operation("POST", "/Nothing", "a", USER),
            operation("POST", "/Bulk", "a", ScimClient.bulkRequest(post("b"))),
            operation("POST", "/Users/.search", "a", "{}"),
            operation("POST", "https://elsewhere.example/Users", "a", USER),
            operation("PUT", "/Users", "a", USER),
            operation("DELETE", "/Users", "a", USER),
            operation("DELETE", "/Users/nobody", "a", USER),
            operation("DELETE", "/Schemas/x", "a", USER),
            operation("PUT", "/Users/bulkId:nobody", "a", USER),
            operation("DELETE", "/Users/bulkId:nobody", "a", USER),
            group("bulkId:nobody"),
            group("bulkId:"),
            "{\"method\":\"DELETE\",\"path\":\"%s\",\"version\":\"W/\\\"stale\\\"\"}"
                .formatted(world.userPath()),
            "{\"method\":\"DELETE\",\"path\":\"%s\",\"version\":5}".formatted(world.userPath()))) {
      all.add(bulk("operation", operation));
    }
    return all;
  }

  private static String group(String member) {
    return operation(
        "POST",
        "/Groups",
        "g",
        "{\"schemas\":[\"%s\"],\"displayName\":\"New\",\"members\":[{\"value\":\"%s\"}]}"
            .formatted(ScimClient.GROUP, member));
  }

  /** What is refused alone is refused as an operation, ten at a time. */
  private static List<BadRequest> wrapped(List<BadRequest> refusedAlone) {
    List<String> operations = new ArrayList<>();
    for (BadRequest request : refusedAlone) {
      if (request.headers().isEmpty() && request.text().startsWith("{\"")) {
        operations.add(
            operation(request.method(), request.path(), "b" + operations.size(), request.text()));
      }
    }
    List<BadRequest> all = new ArrayList<>();
    for (int from = 0; from < operations.size(); from += 10) {
      List<String> ten = operations.subList(from, Math.min(from + 10, operations.size()));
      all.add(bulk("operations", String.join(",", ten)));
    }
    return all;
  }
}
