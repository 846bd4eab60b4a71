package dev.portcullis.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Creates people as Okta does: asks whether the user name is taken, then posts the profile. */
final class UserPush {

  private static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";

  private final ScimClient okta;
  private final AssignedIds ids;
  private final Differences differences;

  UserPush(ScimClient okta, AssignedIds ids, Differences differences) {
    this.okta = okta;
    this.ids = ids;
    this.differences = differences;
  }

  /** Pushes somebody whom the server does not know yet. */
  void create(Person person) {
    JsonNode found = okta.probe(person.login()).expect(200);
    differences.compare("probe for " + person.login(), 0, found.path("totalResults").asInt(-1));
    JsonNode user = okta.post("/Users", profile(person)).expect(201);
    differences.compare(
        "userName of " + person.login(), person.login(), user.path("userName").asString(""));
    ids.put(person, user.path("id").asString());
  }

  /**
   * Pushes somebody whose login is taken in another case. The probe finds a stranger with another
   * {@code externalId}; the POST must be refused (RFC 7644 §3.3), and nobody's profile changed.
   */
  void createDuplicate(Person duplicate) {
    JsonNode found = okta.probe(duplicate.login()).expect(200).path("Resources").path(0);
    String bearer = found.path("userName").asString("");
    differences.compare(
        "bearer of " + duplicate.login(), folded(duplicate.login()), folded(bearer));
    JsonNode error = okta.post("/Users", profile(duplicate)).expect(409);
    differences.compare(
        "refusal of " + duplicate.login(), "uniqueness", error.path("scimType").asString(""));
    JsonNode after = okta.get("/Users/" + found.path("id").asString()).expect(200);
    differences.compare("profile of " + bearer + " after the refusal", found, after);
  }

  private static Map<String, Object> profile(Person person) {
    return Map.ofEntries(
        Map.entry("schemas", List.of(USER)),
        Map.entry("userName", person.login()),
        Map.entry("name", Map.of("givenName", person.login(), "familyName", "Contributor")),
        Map.entry(
            "emails", List.of(Map.of("primary", true, "value", person.email(), "type", "work"))),
        Map.entry("displayName", person.login()),
        Map.entry("locale", "en-US"),
        Map.entry("externalId", person.externalId()),
        Map.entry("groups", List.of()),
        Map.entry("password", UUID.randomUUID().toString()),
        Map.entry("active", true));
  }

  private static String folded(String login) {
    return login.toLowerCase(Locale.ROOT);
  }
}
