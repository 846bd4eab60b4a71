package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Operand;
import dev.portcullis.attribute.Sorting;
import dev.portcullis.attribute.Window;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.directory.query.StoredValues;
import dev.portcullis.directory.query.ValueTable;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.StatementCounting;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By whatever way attributes come, change and go, what is found by them follows. */
@OnBothDatabases
class StoredValuesTest {

  private static final String TEAM = "urn:example:params:Team:1.0";

  private final DirectoryWorld world;
  private final JdbcClient jdbc;

  StoredValuesTest(TestDatabase database) {
    this.world = DirectoryWorld.on(database);
    this.jdbc = world.server.bean(JdbcClient.class);
  }

  @AfterEach
  void theRowsSayWhatTheDocumentsSay() {
    TreeSet<String> expected = new TreeSet<>();
    world.users(100).elements().forEach(user -> expected.addAll(values((User) user)));
    world.groups().forEach(group -> expected.addAll(values(group)));
    TreeSet<String> stored = new TreeSet<>(rows("user_values", "user_id"));
    stored.addAll(rows("group_values", "group_id"));
    assertThat(stored).isEqualTo(expected);
  }

  private static List<String> values(User user) {
    return StoredValues.of(ValueTable.USERS, user.attributes()).stream()
        .map(value -> user.id() + " " + value.path() + value.element() + value.exact())
        .toList();
  }

  private static List<String> values(Group group) {
    return StoredValues.of(ValueTable.GROUPS, group.attributes()).stream()
        .map(value -> group.id() + " " + value.path() + value.element() + value.exact())
        .toList();
  }

  private List<String> rows(String table, String owner) {
    return jdbc.sql("select * from " + table + " where organization_id = ?")
        .param(world.connection.organizationId())
        .query((row, _) ->
            row.getString(owner)
                + " "
                + row.getString("path")
                + row.getInt("element")
                + row.getString("exact_text"))
        .list();
  }

  private UserOutcome entitle(User user, String title) {
    return world.edit(
        user,
        now ->
            new UserProfile(
                now.userName(),
                now.externalId(),
                now.active(),
                new AttributeValues(Map.of("title", title))));
  }

  private List<DirectoryResource> titled(String title) {
    DirectoryQuery query =
        new DirectoryQuery.Compare(
            new AttributeKey("title", Kind.TEXT),
            DirectoryQuery.Comparison.EQUAL,
            new Operand.Text(title));
    Search search = Search.ofUsers(query, Sorting.BY_ID, DirectoryWorld.PREFIX);
    return world.directory.search(world.connection, search, new Window(1, 10)).elements();
  }

  @Test
  void ofAUserWhoComesChangesAndGoes() {
    User ann = world.pushed("ann");
    assertThat(titled("lead")).isEmpty();
    entitle(ann, "Lead");
    assertThat(titled("LEAD")).hasSize(1);
    entitle(ann, "Chief");
    assertThat(titled("lead")).isEmpty();
    world.directory.deleteUser(world.caller, world.connection, ann.id(), Precondition.NONE);
    assertThat(titled("chief")).isEmpty();
    assertThat(rows("user_values", "user_id")).isEmpty();
  }

  @Test
  void ofAUserWhoIsDeactivatedAndPushedAgain() {
    User ann = world.pushed("ann");
    entitle(ann, "Lead");
    world.setActive(ann, false);
    assertThat(titled("lead")).hasSize(1);
    world.push("ann", "00u-ann");
    assertThat(titled("lead")).isEmpty();
  }

  @Test
  void ofSomebodyParkedWhoIsPushedOrSignsIn() {
    world.pushedGroup("eng", "00u-ann", "00u-ben");
    world.pushed("ann");
    world.signsInWith("00u-ben", "eng");
    assertThat(rows("user_values", "user_id")).isNotEmpty();
  }

  @Test
  void ofSomebodyWhoSignsInAndIsPushedThen() {
    world.signsInWith("00u-ann", "eng");
    world.signIn(
        "00u-ann", DirectoryWorld.secondsFromNow(2), new ClaimedGroups.Complete(List.of()));
    world.push("ann@acme.test", "00u-ann");
  }

  @Test
  void ofSomebodyWhoseNameIsTakenByAPush() {
    world.signsInWith("ann", "eng");
    world.push("ann@acme.test", "00u-other");
  }

  @Test
  void ofAGroupThatComesChangesIsTakenOverAndGoes() {
    AttributeValues team = new AttributeValues(Map.of(TEAM, Map.of("size", 5, "motto", "On!")));
    GroupOutcome made =
        world.directory.createGroup(
            world.caller,
            world.connection,
            new GroupDraft("eng", Optional.empty(), team, List.of()));
    Group eng = ((GroupOutcome.Created) made).group();
    assertThat(values(eng)).hasSize(4);
    theRowsSayWhatTheDocumentsSay();
    world.say(eng, new GroupChange.EditAttributes(_ -> AttributeValues.NONE));
    theRowsSayWhatTheDocumentsSay();
    world.signsInWith("00u-ann", "sales");
    world.say(eng, new GroupChange.Rename("sales"));
    theRowsSayWhatTheDocumentsSay();
    world.directory.deleteGroup(world.caller, world.connection, eng.id(), Precondition.NONE);
  }

  @Test
  void anUpdateThatLeavesTheAttributesAloneLeavesTheValuesAlone() {
    User ann = world.pushed("ann");
    assertThat(writes(() -> world.setActive(ann, false))).isZero();
    assertThat(writes(() -> entitle(ann, "Lead"))).isEqualTo(2);
    assertThat(writes(() -> world.pushed("ben"))).isEqualTo(1);
  }

  private long writes(Runnable change) {
    try (StatementCounting.Count count = world.server.countStatements()) {
      change.run();
      return count.statements().stream().filter(sql -> sql.contains("user_values")).count();
    }
  }

  @Test
  void aTextThatPostgresqlCannotHoldIsKeptAndFoundAllTheSame() {
    User ann = world.pushed("ann");
    entitle(ann, "nul \u0000 and line\nbreak");
    assertThat(titled("nul \u0000 and line\nbreak")).hasSize(1);
  }
}
