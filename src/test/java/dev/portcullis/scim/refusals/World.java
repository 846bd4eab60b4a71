package dev.portcullis.scim.refusals;

import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestConnection;
import tools.jackson.databind.JsonNode;

/**
 * What is there while the bad requests come.
 *
 * @param strict a connection of the same organization that speaks the {@code interop} dialect
 */
record World(
    ScimClient scim,
    String token,
    TestConnection strict,
    String user,
    String other,
    String group,
    String strictUser,
    JsonNode schemas) {

  static World on(TestConnection connection, TestConnection strict) {
    ScimClient scim = new ScimClient(connection.scim());
    String user =
        scim.user(
            "bjensen",
            """
            ,"externalId":"00u1","name":{"familyName":"Jensen","givenName":"Barbara"},
             "title":"Tour Guide","emails":[{"value":"bjensen@example.com","type":"work"}],
             "addresses":[{"type":"work","locality":"Hollywood"}]\
            """);
    String other = scim.user("jsmith", ",\"externalId\":\"00u2\"");
    String group = scim.group("Tour Guides", user, other);
    scim.group("Employees", other);
    String strictUser = new ScimClient(strict.scim()).user("strict");
    return new World(
        scim,
        connection.scimToken(),
        strict,
        user,
        other,
        group,
        strictUser,
        scim.get("/Schemas").json().at("/Resources"));
  }

  String userPath() {
    return "/Users/" + user;
  }

  String groupPath() {
    return "/Groups/" + group;
  }
}
