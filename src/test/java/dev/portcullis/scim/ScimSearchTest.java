package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Three people and two groups, searched for in every way that RFC 7644 §3.4 knows. */
@OnBothDatabases
class ScimSearchTest {

  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  private static final String SEARCH_REQUEST =
      "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

  private final HttpCaller scim;
  private final String ada;

  ScimSearchTest(TestDatabase database) {
    this.scim = ScimTenants.connection(database).scim();
    this.ada =
        user(
            """
            "userName":"Ada@x.example","externalId":"00uADA","title":"Countess","active":true,
            "name":{"familyName":"Lovelace","givenName":"Ada"},
            "emails":[{"value":"ada@work.example","type":"work","primary":true},
                      {"value":"zz@home.example","type":"home"}],
            "addresses":[{"formatted":"1 Street\\nLondon"}],
            "%s":{"department":"Engines","employeeNumber":"7"}\
            """
                .formatted(ENTERPRISE));
    user(
        """
        "userName":"bob@x.example","title":"100%_\\\\done","active":false,
        "name":{"familyName":"babbage"},
        "emails":[{"value":"bob@home.example","type":"work"},
                  {"value":"bob@work.example","type":"home"}]\
        """);
    user("\"userName\":\"Cyd@x.example\",\"displayName\":\"Engineers\"");
    group("Engineers", ada);
    group("empty", "");
  }

  private String user(String attributes) {
    Reply made =
        scim.post(
            "/scim/v2/Users",
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],%s}"
                .formatted(attributes));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return made.at("/id");
  }

  private void group(String name, String member) {
    String members = member.isEmpty() ? "" : "{\"value\":\"%s\"}".formatted(member);
    Reply made =
        scim.post(
            "/scim/v2/Groups",
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s",
             "members":[%s]}\
            """
                .formatted(name, members));
    assertThat(made.status()).as(made.text()).isEqualTo(201);
  }

  private static String names(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    List<String> names = new ArrayList<>();
    for (JsonNode resource : reply.json().at("/Resources")) {
      String name = resource.at("/userName").asString(resource.at("/displayName").asString(""));
      names.add(name.replace("@x.example", ""));
    }
    assertThat(reply.json().at("/itemsPerPage").intValue()).isEqualTo(names.size());
    return String.join(" ", names);
  }

  private Reply found(String path, String filter) {
    return scim.get("/scim/v2" + path + "?filter=" + Okta.encoded(filter));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "userName eq \"ADA@X.EXAMPLE\"|Ada",
        "externalId eq \"00uADA\"|Ada",
        "externalId eq \"00uada\"|",
        "userName sw \"c\" or userName co \"B@\"|bob Cyd",
        "title co \"%\"|bob",
        "title co \"_\"|bob",
        "title sw \"100%_\\\\\"|bob",
        "title ew \"DONE\"|bob",
        "title pr|Ada bob",
        "not (title pr)|Cyd",
        "title ne \"countess\"|bob Cyd",
        "title eq null|Cyd",
        "active eq true|Ada Cyd",
        "active eq false|bob",
        "name.familyName ge \"BABBAGE\" and name.familyName lt \"c\"|bob",
        "name[familyName eq \"lovelace\" and givenName eq \"ada\"]|Ada",
        "emails co \"home\"|Ada bob",
        "emails.type eq \"work\" and emails.value co \"@work\"|Ada bob",
        "emails[type eq \"work\" and value co \"@work\"]|Ada",
        "emails[not (type eq \"work\")]|Ada bob",
        "not (emails[type eq \"work\"])|Cyd",
        "emails.primary eq true|Ada",
        "emails pr and not (emails.primary pr)|bob",
        "addresses.formatted eq \"1 Street\\nLondon\"|Ada",
        "groups.display eq \"engineers\"|Ada",
        "meta.created gt \"2020-01-01T00:00:00Z\"|Ada bob Cyd",
        "meta.created gt \"2120-01-01T00:00:00Z\"|",
        "meta.resourceType eq \"User\"|Ada bob Cyd",
        "meta pr|Ada bob Cyd",
        "id pr|Ada bob Cyd",
        "schemas eq \"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User\"|Ada",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"engines\"|Ada",
        "URN:IETF:params:scim:schemas:core:2.0:User:UserName SW \"cyd\"|Cyd"
      })
  void usersAreFound(String filter, String names) {
    assertThat(names(found("/Users", filter))).isEqualTo(names == null ? "" : names);
  }

  @Test
  void groupsAreFound() {
    assertThat(names(found("/Groups", "displayName eq \"ENGINEERS\""))).isEqualTo("Engineers");
    assertThat(names(found("/Groups", "members eq \"" + ada + "\""))).isEqualTo("Engineers");
    assertThat(names(found("/Groups", "members[value eq \"" + ada + "\" and type eq \"User\"]")))
        .isEqualTo("Engineers");
    assertThat(names(found("/Groups", "not (members pr)"))).isEqualTo("empty");
  }

  @Test
  void aResourceIsFoundByItsLocationAndVersion() {
    JsonNode meta = scim.get("/scim/v2/Users/" + ada).json().at("/meta");
    String filter = "meta.location eq \"%s\"".formatted(meta.at("/location").asString());
    assertThat(names(found("/Users", filter))).isEqualTo("Ada");
    String modified = "meta.lastModified eq \"%s\"".formatted(meta.at("/lastModified").asString());
    assertThat(names(found("/Users", modified))).contains("Ada");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "id pr|Ada bob Cyd Engineers empty",
        "displayName eq \"Engineers\"|Cyd Engineers",
        "userName sw \"a\" or displayName eq \"empty\"|Ada empty",
        "members pr|Engineers",
        "not (userName pr)|Engineers empty",
        "userName ne \"ada@x.example\"|bob Cyd Engineers empty",
        "meta.resourceType eq \"Group\"|Engineers empty",
        "title pr and members pr|"
      })
  void theRootSearchesAllTypes(String filter, String names) {
    String expected = names == null ? "" : names;
    assertThat(names(found("/", filter))).isEqualTo(expected);
    assertThat(names(found("", filter))).isEqualTo(expected);
    assertThat(names(message("", "\"filter\":" + quoted(filter)))).isEqualTo(expected);
  }

  @Test
  void eachTypeAtTheRootLooksLikeItself() {
    JsonNode everything = scim.get("/scim/v2/").json();
    assertThat(everything.at("/totalResults").intValue()).isEqualTo(5);
    assertThat(everything.at("/Resources/0")).isEqualTo(scim.get("/scim/v2/Users/" + ada).json());
    JsonNode group = everything.at("/Resources/3");
    assertThat(group).isEqualTo(scim.get("/scim/v2/Groups/" + group.at("/id").asString()).json());
    assertThat(group.at("/members/0/value").asString()).isEqualTo(ada);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/Users|sortBy=userName|Ada bob Cyd",
        "/Users|sortBy=USERNAME&sortOrder=Descending|Cyd bob Ada",
        "/Users|sortBy=name.familyName|bob Ada Cyd",
        "/Users|sortBy=name.familyName&sortOrder=descending|Cyd Ada bob",
        "/Users|sortBy=emails|Ada bob Cyd",
        "/Users|sortBy=emails.value&sortOrder=descending|Cyd bob Ada",
        "/Users|sortBy=active|bob Ada Cyd",
        "/Users|sortBy=meta.created&sortOrder=descending|Cyd bob Ada",
        "/Users|sortBy=urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department|Ada bob Cyd",
        "/Users|sortOrder=descending|Ada bob Cyd",
        "/Groups|sortBy=displayName|empty Engineers",
        "/|sortBy=displayName|empty Cyd Engineers Ada bob",
        "/|sortBy=displayName&sortOrder=descending|Ada bob Cyd Engineers empty",
        "/|sortBy=userName&startIndex=2&count=3|bob Cyd Engineers",
        "/|startIndex=3&count=2|Cyd Engineers"
      })
  void resultsAreSorted(String path, String query, String names) {
    assertThat(names(scim.get("/scim/v2" + path + "?" + query))).isEqualTo(names);
  }

  private Reply message(String collection, String members) {
    String body = members.isEmpty() ? "" : "," + members;
    return scim.post(
        "/scim/v2" + collection + "/.search",
        "{\"schemas\":[\"%s\"]%s}".formatted(SEARCH_REQUEST, body));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  @Test
  void aMessageSearchesLikeAQuery() {
    Reply reply =
        message(
            "/Users",
            """
            "attributes":["userName","emails.type"],"filter":"emails pr","SORTBY":"userName",
            "sortOrder":"descending","startIndex":2,"count":1\
            """);
    assertThat(names(reply)).isEqualTo("Ada");
    assertThat(reply.json().at("/totalResults").intValue()).isEqualTo(2);
    assertThat(reply.json().at("/startIndex").intValue()).isEqualTo(2);
    assertThat(reply.header("Content-Type")).isEqualTo("application/scim+json");
    JsonNode shown = reply.json().at("/Resources/0");
    assertThat(shown.propertyNames())
        .containsExactlyInAnyOrder("schemas", "id", "userName", "emails");
    assertThat(shown.at("/emails/0").propertyNames()).containsExactly("type");
    assertThat(names(message("/Groups", "\"excludedAttributes\":[\"members\"]")))
        .isEqualTo("Engineers empty");
    assertThat(names(message("", ""))).isEqualTo("Ada bob Cyd Engineers empty");
    assertThat(names(message("/Users", "\"filter\":null,\"count\":null,\"colour\":\"red\"")))
        .isEqualTo("Ada bob Cyd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "\"count\":\"5\"|invalidValue|count",
        "\"count\":1.5|invalidValue|count",
        "\"count\":true|invalidValue|count",
        "\"startIndex\":\"1\"|invalidValue|startIndex",
        "\"startIndex\":[1]|invalidValue|startIndex",
        "\"attributes\":\"userName\"|invalidValue|attributes",
        "\"attributes\":[5]|invalidValue|attributes",
        "\"excludedAttributes\":{}|invalidValue|excludedAttributes",
        "\"attributes\":[\"userName\"],\"excludedAttributes\":[\"id\"]|invalidValue|exclude each other",
        "\"filter\":5|invalidValue|filter",
        "\"filter\":\"\"|invalidFilter|empty",
        "\"filter\":\"colour pr\"|invalidFilter|position 1",
        "\"sortBy\":true|invalidValue|sortBy",
        "\"sortBy\":\"colour\"|invalidPath|colour",
        "\"sortBy\":\"name\"|invalidPath|several parts",
        "\"sortBy\":\"password\"|invalidPath|password",
        "\"sortBy\":\"emails[type pr]\"|invalidPath|sortBy",
        "\"sortOrder\":\"up\"|invalidValue|sortOrder",
        "\"count\":1,\"Count\":2|invalidSyntax|twice",
        "\"cursor\":\"\",\"startIndex\":1|invalidValue|cursor",
        "\"cursor\":\"nonsense\"|invalidCursor|cursor",
        "\"cursor\":5|invalidValue|cursor"
      })
  void aMessageThatCannotBeReadIsRefused(String members, String scimType, String named) {
    for (String collection : List.of("", "/Users")) {
      Reply reply = message(collection, members);
      assertThat(reply.status()).as(reply.text()).isEqualTo(400);
      assertThat(reply.at("/scimType")).isEqualTo(scimType);
      assertThat(reply.at("/detail")).contains(named);
    }
  }

  @Test
  void aMessageNamesItsSchema() {
    for (String body : List.of("{}", "{\"schemas\":[\"urn:x\"]}", "{\"schemas\":\"x\"}")) {
      Reply reply = scim.post("/scim/v2/.search", body);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.at("/detail")).contains(SEARCH_REQUEST);
    }
    assertThat(scim.post("/scim/v2/.search", "").at("/scimType")).isEqualTo("invalidSyntax");
    assertThat(scim.with("Content-Type", "text/plain").post("/scim/v2/.search", "{}").status())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/.search,'POST, OPTIONS'",
    "PUT,/Users/.search,'POST, OPTIONS'",
    "DELETE,/Groups/.search,'POST, OPTIONS'",
    "POST,/,'GET, HEAD, OPTIONS'",
    "DELETE,'','GET, HEAD, OPTIONS'"
  })
  void searchesHaveTheirMethods(String method, String path, String allowed) {
    Reply reply = scim.send(method, "/scim/v2" + path, BodyPublishers.noBody());
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.header("Allow")).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "/Users,''",
    "/Groups,''",
    "/,''",
    "/Users,sortBy=userName",
    "/,sortBy=displayName&sortOrder=descending",
    "/Users,filter=title%20pr&sortBy=name.familyName"
  })
  void aWalkByCursorShowsWhatPagesShow(String path, String query) {
    String all = names(scim.get("/scim/v2" + path + "?" + query));
    List<String> walked = new ArrayList<>();
    String cursor = "";
    do {
      Reply part = scim.get("/scim/v2" + path + "?count=1&cursor=" + cursor + "&" + query);
      assertThat(part.json().has("startIndex")).isFalse();
      assertThat(part.json().at("/totalResults").intValue()).isEqualTo(all.split(" ").length);
      String names = names(part);
      if (!names.isEmpty()) {
        walked.add(names);
      }
      cursor = part.at("/nextCursor");
    } while (!cursor.isEmpty());
    assertThat(String.join(" ", walked)).isEqualTo(all);
  }

  @Test
  void aWalkGoesOnByMessageToo() {
    String filter = "\"filter\":\"userName pr\",\"count\":2,";
    Reply first = message("/Users", filter + "\"cursor\":\"\"");
    assertThat(names(first)).isEqualTo("Ada bob");
    Reply second = message("/Users", filter + "\"cursor\":\"" + first.at("/nextCursor") + "\"");
    assertThat(names(second)).isEqualTo("Cyd");
    assertThat(second.json().has("nextCursor")).isFalse();
    assertThat(scim.get("/scim/v2/Users?count=2&cursor=" + first.at("/nextCursor")).at("/scimType"))
        .isEqualTo("invalidCursor");
  }

  @Test
  void aCursorIsOfItsConnectionAndQuery() {
    String next = scim.get("/scim/v2/Users?cursor&count=1&sortBy=userName").at("/nextCursor");
    assertThat(next).matches("[A-Za-z0-9_-]+");
    for (String query : List.of("sortBy=title", "", "sortBy=userName&sortOrder=descending")) {
      Reply reply = scim.get("/scim/v2/Users?cursor=" + next + "&" + query);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.at("/scimType")).isEqualTo("invalidCursor");
    }
    assertThat(scim.get("/scim/v2/?cursor=" + next + "&sortBy=userName").at("/scimType"))
        .isEqualTo("invalidCursor");
  }

  @Test
  void anUnknownWalkHasExpired() {
    String next = scim.get("/scim/v2/Users?cursor&count=1&sortBy=userName").at("/nextCursor");
    char[] mangled = next.toCharArray();
    mangled[24] = mangled[24] == 'A' ? 'B' : 'A';
    Reply reply = scim.get("/scim/v2/Users?sortBy=userName&cursor=" + new String(mangled));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/scimType")).isEqualTo("expiredCursor");
  }

  @Test
  void countsOfAWalkAreBounded() {
    Reply none = scim.get("/scim/v2/Users?cursor=&count=0");
    assertThat(none.json().at("/totalResults").intValue()).isEqualTo(3);
    assertThat(names(none)).isEmpty();
    assertThat(names(scim.get("/scim/v2/Users?cursor=&count=-1"))).isEmpty();
    assertThat(names(scim.get("/scim/v2/Users?cursor=&count=100000"))).isEqualTo("Ada bob Cyd");
    assertThat(scim.get("/scim/v2/Users?cursor=&count=ten").at("/scimType"))
        .isEqualTo("invalidCount");
    assertThat(scim.get("/scim/v2/Users?count=ten").at("/scimType")).isEqualTo("invalidValue");
    assertThat(scim.get("/scim/v2/Users?cursor=&startIndex=1").at("/scimType"))
        .isEqualTo("invalidValue");
  }

  @Test
  void attributesAreChosenForEveryVerb() {
    String user = "/scim/v2/Users/" + ada;
    assertThat(scim.get(user + "?attributes=userName").json().propertyNames())
        .containsExactlyInAnyOrder("schemas", "id", "userName");
    Reply patched =
        scim.patch(
            user + "?excludedAttributes=emails,name,id",
            """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
             "Operations":[{"op":"replace","path":"title","value":"Lady"}]}\
            """);
    assertThat(patched.json().has("emails")).isFalse();
    assertThat(patched.at("/id")).isEqualTo(ada);
    Reply made =
        scim.post(
            "/scim/v2/Groups?attributes=urn:ietf:params:scim:schemas:core:2.0:Group:displayName",
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"third"}\
            """);
    assertThat(made.json().propertyNames())
        .containsExactlyInAnyOrder("schemas", "id", "displayName");
    assertThat(scim.get(user + "?attributes=title&excludedAttributes=id").status()).isEqualTo(400);
  }
}
