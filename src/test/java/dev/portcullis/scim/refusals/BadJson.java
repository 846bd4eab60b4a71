package dev.portcullis.scim.refusals;

import dev.portcullis.testing.ScimClient;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bodies that are no JSON, not the JSON of one object, or that name the wrong schemas. */
final class BadJson {

  private BadJson() {}

  /** Well-formed requests with a body, one for each place that reads one. */
  private static List<BadRequest> wellFormed(World world, String mistake) {
    String user = ScimClient.userBody("somebody", ",\"name\":{\"givenName\":\"A\"}");
    String group =
        "{\"schemas\":[\"%s\"],\"displayName\":\"New\",\"members\":[{\"value\":\"%s\"}]}"
            .formatted(ScimClient.GROUP, world.user());
    String patch =
        ScimClient.patchOp("{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"x\"}");
    String search = "{\"schemas\":[\"%s\"],\"filter\":\"id pr\"}".formatted(ScimClient.SEARCH);
    String bulk =
        ScimClient.bulkRequest(
            "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"a\",\"data\":" + user + "}");
    return List.of(
        BadRequest.of(mistake, "POST", "/Users", user),
        BadRequest.of(mistake, "PUT", world.userPath(), user),
        BadRequest.of(mistake, "PATCH", world.userPath(), patch),
        BadRequest.of(mistake, "POST", "/Groups", group),
        BadRequest.of(mistake, "PUT", world.groupPath(), group),
        BadRequest.of(mistake, "PATCH", world.groupPath(), patch),
        BadRequest.of(mistake, "POST", "/.search", search),
        BadRequest.of(mistake, "POST", "/Users/.search", search),
        BadRequest.of(mistake, "POST", "/Groups/.search", search),
        BadRequest.of(mistake, "POST", "/Bulk", bulk));
  }

  static List<BadRequest> all(World world) {
    List<BadRequest> all = new ArrayList<>();
    for (BadRequest request : wellFormed(world, "")) {
      all.addAll(cutShort(request));
      all.addAll(mangled(request));
      all.addAll(wrongSchemas(request));
    }
    return all;
  }

  private static List<BadRequest> cutShort(BadRequest request) {
    List<BadRequest> all = new ArrayList<>();
    String text = request.text();
    for (int length = 0; length < text.length(); length += Math.max(1, text.length() / 12)) {
      all.add(changed("cut short", request, text.substring(0, length)));
    }
    return all;
  }

  private static List<BadRequest> mangled(BadRequest request) {
    String text = request.text();
    List<BadRequest> all = new ArrayList<>();
    for (String body :
        List.of(
            "[" + text + "]",
            "\"" + text.replace("\"", "\\\"") + "\"",
            "null",
            "5",
            "true",
            " ",
            text + text,
            text + "x",
            text.replace("{", "{{"),
            text.replace(":", "="),
            text.replace('"', '\''),
            text.replace("\"schemas\"", "schemas"),
            text.replaceFirst("\\{", "{\"schemas\":[],"),
            text.substring(0, text.length() - 1) + ",}",
            text.substring(0, text.length() - 1)
                + ",\"x\":"
                + "[".repeat(100)
                + "]".repeat(100)
                + "}",
            text.substring(0, text.length() - 1) + ",\"x\":" + "9".repeat(200) + "}",
            text.substring(0, text.length() - 1) + ",\"x\":NaN}",
            text.substring(0, text.length() - 1) + ",\"x\":\"a\nb\"}",
            "// a comment\n" + text)) {
      all.add(changed("no JSON object", request, body));
    }
    all.add(request.withBody(notUtf8(text)));
    return all;
  }

  private static byte[] notUtf8(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(",\"x\":\"".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28});
    bytes.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private static List<BadRequest> wrongSchemas(BadRequest request) {
    List<BadRequest> all = new ArrayList<>();
    String text = request.text();
    String schemas = text.substring(text.indexOf('['), text.indexOf(']') + 1);
    for (String wrong :
        List.of(
            "[]",
            "null",
            "{}",
            "5",
            "\"x\"",
            "[5]",
            "[null]",
            "[\"\"]",
            "[\"User\"]",
            "[[]]",
            "[\"urn:ietf:params:scim:schemas:core:1.0:User\"]",
            "[\"urn:ietf:params:scim:api:messages:2.0:Error\"]",
            "[\"urn:scim:schemas:core:1.0\"]")) {
      all.add(changed("schemas", request, replaceFirst(text, schemas, wrong)).expecting(400));
    }
    all.add(
        changed("schemas", request, replaceFirst(text, "\"schemas\":" + schemas + ",", ""))
            .expecting(400));
    return all;
  }

  private static String replaceFirst(String text, String part, String other) {
    int at = text.indexOf(part);
    return text.substring(0, at) + other + text.substring(at + part.length());
  }

  private static BadRequest changed(String mistake, BadRequest request, String body) {
    return BadRequest.of(mistake, request.method(), request.path(), body);
  }
}
