package dev.portcullis.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.signin.SignedInWorld;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ServedRoute;
import dev.portcullis.testing.TestDatabase;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every column of every table, sent as a member of every body that the server takes, and as a
 * parameter beside it: only what a route is there to set is set by it.
 */
class MassAssignmentTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** A text, a number and a time that nothing else in the world is. */
  private static final List<String> MARKS =
      List.of(
          "\"mark-of-an-intruder\"",
          "424242",
          "\"2001-02-03T04:05:06Z\"",
          "\"00000000-0000-4000-8000-00000000beef\"",
          "true",
          "false");

  private static final Pattern MARKED =
      Pattern.compile("mark-of-an-intruder|424242|2001-02-03|00000000beef");

  /** What every write moves: when, by whom, how often, and under which nonce. */
  private static final Set<String> MOVING =
      Set.of("updated_at", "updated_by", "version", "schemas_version", "sealed_client_secret");

  private final PortcullisServer server = PortcullisServer.on(TestDatabase.H2);
  private final RouteExamples examples = new RouteExamples(TestDatabase.H2, "home");
  private final JdbcClient jdbc = server.bean(JdbcClient.class);
  private final HttpCaller client = examples.world().tenant.admin();
  private final UUID organization = UUID.fromString(examples.world().tenant.id());

  private record Column(String table, String name) {}

  /** The columns of all tables that belong to organizations. */
  private List<Column> columns() {
    return jdbc.sql(
            """
            select lower(c.table_name) as t, lower(c.column_name) as n
            from information_schema.columns c
            join information_schema.tables b
              on b.table_name = c.table_name and b.table_schema = c.table_schema
            where lower(c.table_schema) = 'public' and b.table_type like '%TABLE%'
              and exists (select 1 from information_schema.columns o
                where o.table_name = c.table_name and lower(o.column_name) = 'organization_id')
            order by 1, 2
            """)
        .query((row, _) -> new Column(row.getString("t"), row.getString("n")))
        .list();
  }

  private static String camel(String column) {
    StringBuilder name = new StringBuilder();
    for (String part : column.split("_")) {
      name.append(
          name.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return name.toString();
  }

  private List<ServedRoute> routes() {
    return ServedRoute.of(server).stream()
        .filter(route -> RouteRights.of(route.method(), route.pattern()).isPresent())
        .filter(route -> !RouteBodies.takesNone(route.toString()))
        .toList();
  }

  @Test
  void onlyWhatARouteIsThereToSetIsSetByIt() {
    Set<String> names = new TreeSet<>();
    columns()
        .forEach(column -> {
          names.add(column.name());
          names.add(camel(column.name()));
        });
    assertThat(names).contains("credentialEpoch", "organization_id", "secretHash");
    List<String> wrong = new ArrayList<>();
    for (ServedRoute route : routes()) {
      ask(route, RouteBodies.of(route.toString()), "");
      ask(route, RouteBodies.of(route.toString()), "");
      Map<String, Map<String, String>> before = rows();
      intrude(route, names);
      wrong.addAll(changes(route.toString(), before, rows()));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void scimSetsWhatScimKnowsAndNothingElse() {
    Set<String> names = new TreeSet<>();
    columns().forEach(column -> names.add(camel(column.name())));
    names.removeAll(Set.of("active", "displayName", "externalId", "title", "userName"));
    HttpCaller scim = examples.world().okta.scim();
    String user = examples.world().pushed("home-pushed");
    examples.world().pushedGroup("home-pushed", user);
    Reply found = scim.get("/scim/v2/Groups?filter=displayName%20eq%20%22home-pushed%22");
    String group = found.at("/Resources/0/id");
    List<String> wrong = new ArrayList<>();
    wrong.addAll(
        intruded(
            "/scim/v2/Users/" + user,
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"home-pushed\","
                + "\"externalId\":\"00u-home-pushed\",\"active\":true}",
            names));
    wrong.addAll(
        intruded(
            "/scim/v2/Groups/" + group,
            "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"home-pushed\"}",
            names));
    assertThat(wrong).isEmpty();
  }

  private List<String> intruded(String path, String good, Set<String> names) {
    HttpCaller scim = examples.world().okta.scim();
    SignedInWorld.require(scim.put(path, good), 200);
    Map<String, Map<String, String>> before = rows();
    for (String name : names) {
      ObjectNode body = (ObjectNode) JSON.readTree(good);
      body.set(name, JSON.readTree(mark(path, name)));
      assertThat(scim.put(path, JSON.writeValueAsString(body)).status()).as(name).isLessThan(500);
      String patch =
          """
          {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
           "Operations":[{"op":"replace","path":"%s","value":%s}]}
          """
              .formatted(name, mark(path, name));
      assertThat(scim.patch(path, patch).status()).as(name).isLessThan(500);
    }
    return changes(path, before, rows());
  }

  /** Sends names one by one at the top, and all at once beside the body and within its objects. */
  private void intrude(ServedRoute route, Set<String> names) {
    ObjectNode good = (ObjectNode) JSON.readTree(RouteBodies.of(route.toString()));
    StringBuilder query = new StringBuilder("?");
    for (String name : names) {
      if (!has(good, name)) {
        String mark = mark(route.toString(), name);
        ObjectNode body = good.deepCopy();
        body.set(name, JSON.readTree(mark));
        ask(route, JSON.writeValueAsString(body), "");
        query.append(name).append('=').append(mark.replace("\"", "")).append('&');
      }
    }
    ask(route, JSON.writeValueAsString(good), query.toString());
    for (String member : good.propertyNames()) {
      if (good.get(member) instanceof ObjectNode) {
        ObjectNode body = good.deepCopy();
        ObjectNode inner = (ObjectNode) body.get(member);
        names.stream()
            .filter(name -> !has(good, name))
            .forEach(name -> inner.set(name, JSON.readTree(mark(route.toString(), name))));
        ask(route, JSON.writeValueAsString(body), "");
      }
    }
  }

  private static String mark(String route, String name) {
    return MARKS.get(Math.floorMod(name.hashCode() + route.hashCode(), MARKS.size()));
  }

  /** Whether a body may say this: then it is there to be set, and other tests tell how. */
  private static boolean has(JsonNode good, String name) {
    return good.has(name) || good.findValue(name) != null;
  }

  private void ask(ServedRoute route, String body, String query) {
    String path = path(route) + query;
    Reply reply = client.send(route.method(), path, BodyPublishers.ofString(body));
    assertThat(reply.status()).as(route + query + body + reply.text()).isLessThan(500);
  }

  private String path(ServedRoute route) {
    return route.path(place -> examples.name(place.segment()).orElse("1"));
  }

  /** Every row of the organization, by table and key. */
  private Map<String, Map<String, String>> rows() {
    Map<String, Map<String, String>> rows = new TreeMap<>();
    columns().stream()
        .map(Column::table)
        .distinct()
        .filter(table -> !table.equals("audit_entries") && !table.equals("request_records"))
        .forEach(table -> read(table, rows));
    return rows;
  }

  private void read(String table, Map<String, Map<String, String>> rows) {
    List<String> key =
        jdbc.sql(
                """
                select lower(k.column_name) from information_schema.key_column_usage k
                join information_schema.table_constraints t
                  on t.constraint_name = k.constraint_name and t.table_name = k.table_name
                where t.constraint_type = 'PRIMARY KEY' and lower(k.table_name) = ?
                order by k.ordinal_position
                """)
            .param(table)
            .query((row, _) -> row.getString(1))
            .list();
    jdbc.sql("select * from " + table + " where organization_id = ?")
        .param(organization)
        .query((row, _) -> {
          Map<String, String> values = new LinkedHashMap<>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            values.put(
                row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT),
                String.valueOf(row.getString(i)));
          }
          List<String> at = key.stream().map(values::get).toList();
          return rows.put(table + " " + at, values);
        })
        .list();
  }

  /** Actions and pages are kept as they are sent: nothing in them is ever run or drawn. */
  private static boolean isFree(String row, String column) {
    return row.startsWith("portal_objects ") && column.equals("document");
  }

  private static List<String> changes(
      String route,
      Map<String, Map<String, String>> before,
      Map<String, Map<String, String>> after) {
    List<String> changes = new ArrayList<>();
    after.forEach((row, values) -> {
      Map<String, String> was = before.getOrDefault(row, Map.of());
      values.forEach((column, value) -> {
        boolean set = was.isEmpty() ? MARKED.matcher(value).find() : !value.equals(was.get(column));
        if (set && !MOVING.contains(column) && !isFree(row, column)) {
          changes.add(
              "%s set %s of %s: %s → %s".formatted(route, column, row, was.get(column), value));
        }
      });
    });
    return changes;
  }
}
