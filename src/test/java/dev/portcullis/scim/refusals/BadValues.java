package dev.portcullis.scim.refusals;

import dev.portcullis.testing.ScimClient;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * For every attribute that the schemas advertise, JSON of the wrong type in every kind of write.
 */
final class BadValues {

  private static final List<String> LEFT_OUT = List.of("password", "userName", "displayName");

  private BadValues() {}

  static List<BadRequest> all(World world) {
    List<BadRequest> all = new ArrayList<>();
    for (JsonNode schema : world.schemas()) {
      String urn = schema.at("/id").asString("");
      for (JsonNode attribute : schema.at("/attributes")) {
        if (isWritable(attribute)) {
          all.addAll(writes(world, urn, attribute));
        }
      }
    }
    all.addAll(BadTexts.all(world));
    return all;
  }

  private static boolean isWritable(JsonNode attribute) {
    return !attribute.at("/mutability").asString("").equals("readOnly")
        && !LEFT_OUT.contains(attribute.at("/name").asString(""));
  }

  private static List<BadRequest> writes(World world, String urn, JsonNode attribute) {
    List<BadRequest> all = new ArrayList<>();
    String name = attribute.at("/name").asString("");
    for (String wrong : wrong(attribute)) {
      String member = "\"" + name + "\":" + wrong;
      String mistake = "wrong type of " + name;
      if (urn.equals(ScimClient.GROUP)) {
        String body = "{\"schemas\":[\"%s\"],\"displayName\":\"Other\",%s}".formatted(urn, member);
        all.addAll(writes(mistake, "/Groups", world.groupPath(), body, name, wrong));
      } else if (urn.equals(ScimClient.USER)) {
        String body = ScimClient.userBody("somebody", "," + member);
        all.addAll(writes(mistake, "/Users", world.userPath(), body, name, wrong));
      } else {
        String body = ScimClient.userBody("somebody", ",\"" + urn + "\":{" + member + "}");
        all.addAll(writes(mistake, "/Users", world.userPath(), body, urn + ":" + name, wrong));
      }
    }
    return all;
  }

  private static List<BadRequest> writes(
      String mistake, String type, String resource, String body, String path, String wrong) {
    String operation = "{\"op\":\"%s\",\"path\":\"%s\",\"value\":%s}";
    return List.of(
        BadRequest.of(mistake, "POST", type, body).expecting(400),
        BadRequest.of(mistake, "PUT", resource, body).expecting(400),
        BadRequest.of(
                mistake,
                "PATCH",
                resource,
                ScimClient.patchOp(operation.formatted("replace", path, wrong)))
            .expecting(400),
        BadRequest.of(
                mistake,
                "PATCH",
                resource,
                ScimClient.patchOp(operation.formatted("add", path, wrong)))
            .expecting(400));
  }

  /** Values that the attribute cannot have, as JSON. */
  private static List<String> wrong(JsonNode attribute) {
    List<String> all = new ArrayList<>();
    boolean several = attribute.at("/multiValued").booleanValue(false);
    for (String value : wrongSingle(attribute)) {
      all.add(several ? "[" + value + "]" : value);
    }
    if (several) {
      all.addAll(List.of("\"text\"", "5", "true"));
    } else {
      all.add(attribute.at("/type").asString("").equals("complex") ? "[5]" : "[\"a\",\"b\"]");
    }
    return all;
  }

  private static List<String> wrongSingle(JsonNode attribute) {
    return switch (attribute.at("/type").asString("")) {
      case "boolean" -> List.of("\"maybe\"", "1", "{\"a\":true}");
      case "integer", "decimal" -> List.of("\"x\"", "true", "{\"a\":1}", "1e400");
      case "dateTime" -> List.of("\"yesterday\"", "5", "true", "{\"a\":1}", "\"2011-13-45\"");
      case "binary" -> List.of("5", "true", "{\"a\":1}", "\"not base64!\"");
      case "complex" -> wrongComplex(attribute);
      default -> List.of("5", "true", "{\"a\":\"b\"}");
    };
  }

  private static List<String> wrongComplex(JsonNode attribute) {
    List<String> all = new ArrayList<>(List.of("\"text\"", "5"));
    for (JsonNode part : attribute.at("/subAttributes")) {
      if (!part.at("/mutability").asString("").equals("readOnly")) {
        for (String value : wrongSingle(part)) {
          all.add("{\"" + part.at("/name").asString("") + "\":" + value + "}");
        }
      }
    }
    return all;
  }
}
