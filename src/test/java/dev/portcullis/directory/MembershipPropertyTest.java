package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.directory.GroupChange.AddMembers;
import dev.portcullis.directory.GroupChange.RemoveMembers;
import dev.portcullis.directory.GroupChange.Rename;
import dev.portcullis.directory.GroupChange.ReplaceMembers;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.organization.Sql;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * After any history of pushes, sign-ins, renames, deletions, filter changes and teams made by hand,
 * the view in SQL says who belongs exactly as the pure function does.
 */
@OnBothDatabases
class MembershipPropertyTest {

  private static final List<String> NAMES = List.of("a", "b", "c", "d");
  private static final List<String> PEOPLE = List.of("ann", "ben", "cat", "dan");
  private static final List<String> FILTERS = List.of(".*", "[ab]", "[bcd]", "nothing");

  private final TestDatabase database;

  MembershipPropertyTest(TestDatabase database) {
    this.database = database;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theViewAgreesWithThePureFunction(long seed) {
    DirectoryWorld world = DirectoryWorld.on(database);
    Random random = new Random(seed);
    Instant start = DirectoryWorld.secondsFromNow(0);
    for (int step = 0; step < 40; step++) {
      live(world, random, start);
      assertThat(inTheView(world)).as("seed %d, step %d", seed, step).isEqualTo(computed(world));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void theOrderInWhichSignInsArriveDoesNotMatter(long seed) {
    Random random = new Random(seed);
    List<ClaimedGroups> claims = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<String> names = some(random, NAMES);
      claims.add(
          random.nextInt(3) == 0
              ? new ClaimedGroups.Truncated(names)
              : new ClaimedGroups.Complete(names));
    }
    Instant start = DirectoryWorld.secondsFromNow(-100);
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 2, 4));
    List<Set<String>> results = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      DirectoryWorld world = DirectoryWorld.on(database);
      User ann = world.pushed("ann");
      // Two claims in a second, some of them twice.
      order.forEach(i -> world.signIn("00u-ann", start.plusSeconds(i / 2), claims.get(i)));
      results.add(world.belongings(ann.id()));
      Collections.shuffle(order, random);
    }
    assertThat(new HashSet<>(results)).as("seed %d", seed).hasSize(1);
  }

  private static void live(DirectoryWorld world, Random random, Instant start) {
    String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
    List<Group> groups = groups(world);
    Optional<Group> some =
        groups.isEmpty()
            ? Optional.empty()
            : Optional.of(groups.get(random.nextInt(groups.size())));
    List<String> members = some(random, PEOPLE).stream().map(name -> "00u-" + name).toList();
    switch (random.nextInt(15)) {
      case 0 -> world.push(person, "00u-" + person);
      case 1 ->
          world.directory.createGroup(
              world.caller,
              world.connection,
              new GroupDraft(name(random), Optional.empty(), AttributeValues.NONE, members));
      case 2, 3 -> some.ifPresent(group -> world.say(group, new AddMembers(members)));
      case 4 -> some.ifPresent(group -> world.say(group, new RemoveMembers(members)));
      case 5 -> some.ifPresent(group -> world.say(group, new ReplaceMembers(members)));
      case 6 -> some.ifPresent(group -> world.say(group, new Rename(name(random))));
      case 7 -> world.filterBy(FILTERS.get(random.nextInt(FILTERS.size())));
      case 8 ->
          some.filter(_ -> random.nextInt(3) == 0)
              .ifPresent(group ->
                  world.directory.deleteGroup(
                      world.caller, world.connection, group.id(), Precondition.NONE));
      case 9, 10 -> byHand(world, random);
      default ->
          world.signIn(
              "00u-" + person,
              start.plusSeconds(random.nextInt(60) - 20),
              random.nextInt(4) == 0
                  ? new ClaimedGroups.Truncated(some(random, NAMES))
                  : new ClaimedGroups.Complete(some(random, NAMES)));
    }
  }

  /** An Admin makes, fills, renames or deletes a team, or says where somebody belongs. */
  private static void byHand(DirectoryWorld world, Random random) {
    Teams teams = world.server.bean(Teams.class);
    List<String> made =
        teams.all(world.caller.organizationId()).stream()
            .filter(TeamAccount::madeByHand)
            .map(account -> account.team().shownName())
            .toList();
    List<String> users =
        some(random, PEOPLE).stream()
            .map(name -> name + "@acme.test")
            .filter(email ->
                world.memberships.subject(world.caller.organizationId(), email)
                    instanceof SubjectOutcome.Found)
            .toList();
    String name = name(random) + "-team";
    TeamReference one =
        new TeamReference.Named(made.isEmpty() ? name : made.get(random.nextInt(made.size())));
    switch (random.nextInt(6)) {
      case 0, 1 ->
          teams.create(
              world.caller, new TeamDraft(Optional.empty(), name, Optional.empty(), users));
      case 2 ->
          teams.edit(
              world.caller,
              one,
              new TeamEdit(Optional.of(name), Optional.empty(), Optional.of(users), false));
      case 3 -> teams.delete(world.caller, one);
      default ->
          users(world).forEach(user -> teams.setTeams(world.caller, user.id(), some(random, made)));
    }
  }

  private static String name(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private static List<String> some(Random random, List<String> of) {
    return of.stream().filter(_ -> random.nextBoolean()).toList();
  }

  private static List<Group> groups(DirectoryWorld world) {
    return world.groups();
  }

  private static JdbcClient jdbc(DirectoryWorld world) {
    return world.server.bean(JdbcClient.class);
  }

  private static Set<String> inTheView(DirectoryWorld world) {
    return new TreeSet<>(
        jdbc(world)
            .sql("select user_id, group_id from memberships where organization_id = ?")
            .param(world.caller.organizationId())
            .query((row, _) -> row.getString("user_id") + " in " + row.getString("group_id"))
            .list());
  }

  /** Who belongs, by the pure function over all evidence. */
  private static Set<String> computed(DirectoryWorld world) {
    Set<String> belonging = new TreeSet<>();
    for (UserFacts user : users(world)) {
      Map<UUID, Instant> claimed = claimed(world, user.id());
      for (GroupFacts group : groupFacts(world)) {
        if (Membership.belongsByHand(group.madeByHand(), isPut(world, user.id(), group.id()))) {
          belonging.add(user.id() + " in " + group.id());
        }
        Optional<Membership.Word> named = word(world, user.id(), group.id());
        Optional<Membership.Word> word =
            Membership.inForce(named, group.completeAt(), user.managedSince());
        if (Membership.belongs(
            word, Optional.ofNullable(claimed.get(group.id())), Optional.empty())) {
          belonging.add(user.id() + " in " + group.id());
        }
      }
    }
    return belonging;
  }

  private record UserFacts(UUID id, Optional<Instant> managedSince) {}

  private record GroupFacts(UUID id, boolean madeByHand, Optional<Instant> completeAt) {}

  private static boolean isPut(DirectoryWorld world, UUID user, UUID group) {
    return jdbc(world)
            .sql("select count(*) from members_by_hand where user_id = ? and group_id = ?")
            .params(user, group)
            .query(Long.class)
            .single()
        > 0;
  }

  private static List<UserFacts> users(DirectoryWorld world) {
    return jdbc(world)
        .sql(
            "select user_id, scim_managed_since from users where organization_id = ?"
                + " and status not in ('PARKED', 'DELETED')")
        .param(world.caller.organizationId())
        .query((row, _) ->
            new UserFacts(
                row.getObject("user_id", UUID.class),
                Sql.optionalInstant(row, "scim_managed_since")))
        .list();
  }

  private static List<GroupFacts> groupFacts(DirectoryWorld world) {
    return jdbc(world)
        .sql(
            "select group_id, connection_id, complete_at from groups where organization_id = ?"
                + " and deleted_at is null")
        .param(world.caller.organizationId())
        .query((row, _) ->
            new GroupFacts(
                row.getObject("group_id", UUID.class),
                row.getObject("connection_id", UUID.class) == null,
                Sql.optionalInstant(row, "complete_at")))
        .list();
  }

  private static Optional<Membership.Word> word(DirectoryWorld world, UUID user, UUID group) {
    return jdbc(world)
        .sql("select member, said_at from scim_words where user_id = ? and group_id = ?")
        .params(user, group)
        .query(
            (row, _) -> new Membership.Word(row.getBoolean("member"), Sql.instant(row, "said_at")))
        .optional();
  }

  /** The newest time at which some matching name of the user's claims means each group. */
  private static Map<UUID, Instant> claimed(DirectoryWorld world, UUID user) {
    Map<UUID, Instant> claimed = new HashMap<>();
    jdbc(world)
        .sql("select name, claimed_at from claim_names where user_id = ?")
        .param(user)
        .query(row -> {
          String name = row.getString("name");
          Instant at = Sql.instant(row, "claimed_at");
          if (world.connection.settings().claim().filter().matches(name)) {
            Membership.meant(bearings(world, name), at)
                .ifPresent(group -> claimed.merge(group, at, (l, r) -> l.isAfter(r) ? l : r));
          }
        });
    return claimed;
  }

  private static List<Membership.Bearing> bearings(DirectoryWorld world, String name) {
    return jdbc(world)
        .sql(
            "select group_id, borne_from, borne_until from group_names"
                + " where organization_id = ? and name = ?")
        .params(world.caller.organizationId(), name)
        .query((row, _) ->
            new Membership.Bearing(
                row.getObject("group_id", UUID.class),
                Sql.instant(row, "borne_from"),
                Sql.optionalInstant(row, "borne_until")))
        .list();
  }
}
