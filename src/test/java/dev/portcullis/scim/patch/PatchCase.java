package dev.portcullis.scim.patch;

import dev.portcullis.scim.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of a table of patches.
 *
 * @param operations as they stand in the message
 * @param expected what is otherwise afterwards, or the type of the refusal
 */
record PatchCase(String line, String operations, String expected) {

  static Stream<PatchCase> of(String table) {
    return text(table).lines().filter(l -> !l.isBlank() && !l.startsWith("#")).map(PatchCase::read);
  }

  static String text(String file) {
    try (InputStream stream = PatchCase.class.getResourceAsStream("/patch/" + file)) {
      return new String(
          Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PatchCase read(String line) {
    String spelledOut = ExtendedSchemas.spelledOut(line).replace('\'', '"');
    String[] sides = spelledOut.split("\\s*=>\\s*", 2);
    String operations =
        Arrays.stream(sides[0].split("\\s*;;\\s*"))
            .map(PatchCase::operation)
            .collect(Collectors.joining(","));
    return new PatchCase(line, operations, sides[1].strip());
  }

  private static String operation(String text) {
    String[] parts = (text + " ").split("\\s+:=\\s+", 2);
    String[] opAndPath = parts[0].strip().split("\\s+", 2);
    StringBuilder json = new StringBuilder("{\"op\":\"" + opAndPath[0] + "\"");
    if (opAndPath.length == 2) {
      json.append(",\"path\":\"").append(opAndPath[1].replace("\"", "\\\"")).append("\"");
    }
    if (parts.length == 2) {
      json.append(",\"value\":").append(parts[1].strip());
    }
    return json.append("}").toString();
  }

  boolean isRefused() {
    return !expected.startsWith("{");
  }

  /** The resource as it should be afterwards. */
  ObjectNode expectedOf(ObjectNode before) {
    ObjectNode after = before.deepCopy();
    for (Map.Entry<String, tools.jackson.databind.JsonNode> change :
        Json.read(expected).properties()) {
      if (change.getValue().isNull()) {
        after.remove(change.getKey());
      } else {
        after.set(change.getKey(), change.getValue());
      }
    }
    return after;
  }

  @Override
  public String toString() {
    return line;
  }
}
