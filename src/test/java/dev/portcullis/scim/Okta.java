package dev.portcullis.scim;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Okta's SCIM client, sending the requests recorded under {@code okta/} and what follows them. */
record Okta(HttpCaller http) {

  /**
   * A recorded request's body.
   *
   * @param names pairs of a placeholder and what stands in its place
   */
  static String recorded(String file, String... names) {
    try (InputStream stream = Okta.class.getResourceAsStream("/okta/" + file + ".json")) {
      String body =
          new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
      for (int i = 0; i < names.length; i += 2) {
        body = body.replace("{" + names[i] + "}", names[i + 1]);
      }
      return body.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The existence probe before a push. */
  Reply probe(String userName) {
    return http.get(
        "/scim/v2/Users?filter="
            + encoded("userName eq \"" + userName + "\"")
            + "&startIndex=1&count=100");
  }

  Reply findGroup(String displayName) {
    return http.get(
        "/scim/v2/Groups?filter="
            + encoded("displayName eq \"" + displayName + "\"")
            + "&startIndex=1&count=100");
  }

  Reply createUser() {
    return http.post("/scim/v2/Users", recorded("user-create"));
  }

  /** Pushes somebody whose names all follow from one, and answers the id. */
  String pushed(String name) {
    String body =
        recorded("user-create")
            .replace("test.user@okta.local", name + "@okta.local")
            .replace("00ujl29u0le5T6Aj10h7", "00u-" + name);
    Reply made = http.post("/scim/v2/Users", body);
    requireStatus(made, 201);
    return made.at("/id");
  }

  /** Pushes a group and answers its id. */
  String pushedGroup() {
    Reply made = http.post("/scim/v2/Groups", recorded("group-create"));
    requireStatus(made, 201);
    return made.at("/id");
  }

  Reply user(String id) {
    return http.get("/scim/v2/Users/" + id);
  }

  Reply putUser(String id, String body) {
    return http.put("/scim/v2/Users/" + id, body);
  }

  Reply patchUser(String id, String body) {
    return http.patch("/scim/v2/Users/" + id, body);
  }

  Reply group(String id) {
    return http.get("/scim/v2/Groups/" + id);
  }

  Reply putGroup(String id, String body) {
    return http.put("/scim/v2/Groups/" + id, body);
  }

  Reply patchGroup(String id, String body) {
    return http.patch("/scim/v2/Groups/" + id, body);
  }

  /** The values of a group's members, in the order of the reply. */
  List<String> members(String groupId) {
    List<String> values = new ArrayList<>();
    group(groupId).json().at("/members").forEach(m -> values.add(m.at("/value").asString()));
    return values;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void requireStatus(Reply reply, int status) {
    if (reply.status() != status) {
      throw new AssertionError("expected " + status + ", got " + reply.status() + reply.text());
    }
  }
}
