package dev.portcullis.scim;

import dev.portcullis.scim.message.PatchMessage;
import dev.portcullis.scim.message.ScimJson;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** JSON as a client sends it. */
public final class Json {

  private Json() {}

  /** Reads a body as the edge does. */
  public static ObjectNode read(String text) {
    return ScimJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A patch of these operations. */
  public static PatchMessage patch(String operations) {
    return PatchMessage.read(
        read("{\"schemas\":[\"" + PatchMessage.URN + "\"],\"Operations\":[" + operations + "]}"));
  }
}
