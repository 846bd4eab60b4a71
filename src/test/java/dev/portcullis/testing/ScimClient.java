package dev.portcullis.testing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A SCIM client without any opinion of its own: it sends what a test says, below {@code /scim/v2}.
 */
public record ScimClient(HttpCaller http) {

  public static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
  public static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
  public static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  public static final String PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
  public static final String SEARCH = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
  public static final String BULK = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

  private static final String BASE = "/scim/v2";

  /** JSON from text. */
  public static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  /** The same client with one header more. */
  public ScimClient with(String header, String value) {
    return new ScimClient(http.with(header, value));
  }

  public Reply get(String path) {
    return http.get(BASE + path);
  }

  public Reply post(String path, String body) {
    return http.post(BASE + path, body);
  }

  public Reply put(String path, String body) {
    return http.put(BASE + path, body);
  }

  public Reply delete(String path) {
    return http.delete(BASE + path);
  }

  /** A patch whose body is exactly this. */
  public Reply patchBody(String path, String body) {
    return http.patch(BASE + path, body);
  }

  /** A patch of these operations, each a JSON object. */
  public Reply patch(String path, String... operations) {
    return patchBody(path, patchOp(operations));
  }

  /** The body of a patch. */
  public static String patchOp(String... operations) {
    return "{\"schemas\":[\"%s\"],\"Operations\":[%s]}"
        .formatted(PATCH, String.join(",", operations));
  }

  /** A bulk request of these operations, each a JSON object. */
  public Reply bulk(String... operations) {
    return post("/Bulk", bulkRequest(operations));
  }

  /** The body of a bulk request. */
  public static String bulkRequest(String... operations) {
    return "{\"schemas\":[\"%s\"],\"Operations\":[%s]}"
        .formatted(BULK, String.join(",", operations));
  }

  /**
   * A query over GET.
   *
   * @param parameters names and values in turn, not yet encoded
   */
  public Reply query(String path, String... parameters) {
    StringBuilder address = new StringBuilder(path);
    for (int i = 0; i < parameters.length; i += 2) {
      address.append(i == 0 ? '?' : '&').append(parameters[i]).append('=');
      address.append(encoded(parameters[i + 1]));
    }
    return get(address.toString());
  }

  /** Text as it stands in a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A new user who has nothing but a name; answers the id. */
  public String user(String userName) {
    return user(userName, "");
  }

  /**
   * A new user; answers the id.
   *
   * @param members further JSON members, each with a leading comma
   */
  public String user(String userName, String members) {
    Reply made = post("/Users", userBody(userName, members));
    Tenant.require(made, 201);
    return made.at("/id");
  }

  /** A user's body with these further members, each with a leading comma. */
  public static String userBody(String userName, String members) {
    return "{\"schemas\":[\"%s\"],\"userName\":\"%s\"%s}".formatted(USER, userName, members);
  }

  /** A new group with these members; answers the id. */
  public String group(String displayName, String... memberIds) {
    List<String> members = new ArrayList<>();
    for (String id : memberIds) {
      members.add("{\"value\":\"%s\",\"type\":\"User\"}".formatted(id));
    }
    Reply made =
        post(
            "/Groups",
            "{\"schemas\":[\"%s\"],\"displayName\":\"%s\",\"members\":[%s]}"
                .formatted(GROUP, displayName, String.join(",", members)));
    Tenant.require(made, 201);
    return made.at("/id");
  }

  /** One text of every resource of a list, in the reply's order. */
  public static List<String> each(Reply list, String pointer) {
    List<String> texts = new ArrayList<>();
    list.json().at("/Resources").forEach(r -> texts.add(r.at(pointer).asString("")));
    return texts;
  }

  /** The values of a group's members. */
  public List<String> members(String groupId) {
    List<String> values = new ArrayList<>();
    get("/Groups/" + groupId)
        .json()
        .at("/members")
        .forEach(m -> values.add(m.at("/value").asString("")));
    return values;
  }
}
