package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Page;
import dev.portcullis.attribute.Sorting;
import dev.portcullis.attribute.Window;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked of whatever people there are, SQL finds what a naive look at each of them
 * finds, in the same order. {@code -Dportcullis.filters=10000} asks more.
 */
@OnBothDatabases
class FilterPropertyTest {

  private static final int USERS = 120;
  private static final int GROUPS = 20;
  private static final int FILTERS = Integer.getInteger("portcullis.filters", 600);

  private final long seed = Long.getLong("portcullis.seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final DirectoryWorld world;

  FilterPropertyTest(TestDatabase database) {
    this.world = DirectoryWorld.on(database);
    populate(world);
    populate(world.neighbour());
  }

  private void populate(DirectoryWorld somewhere) {
    RandomPeople people = new RandomPeople(random);
    List<User> users = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      List<String> ids = users.stream().map(user -> user.id().toString()).toList();
      UserOutcome made =
          somewhere.directory.createUser(
              somewhere.caller, somewhere.connection, people.user(i, ids));
      users.add(((UserOutcome.Created) made).user());
    }
    for (int i = 0; i < GROUPS; i++) {
      List<String> members =
          Stream.generate(() -> users.get(random.nextInt(USERS)).id().toString()).limit(5).toList();
      somewhere.directory.createGroup(
          somewhere.caller, somewhere.connection, people.group(i, withStranger(members)));
    }
    users.stream()
        .filter(_ -> random.nextInt(5) == 0)
        .forEach(user -> somewhere.setActive(user, random.nextBoolean()));
    users.stream()
        .filter(_ -> random.nextInt(20) == 0)
        .forEach(user ->
            somewhere.directory.deleteUser(
                somewhere.caller, somewhere.connection, user.id(), Precondition.NONE));
  }

  private List<String> withStranger(List<String> members) {
    return Stream.concat(members.stream().distinct(), Stream.of("Stranger-" + random.nextInt(9)))
        .toList();
  }

  private List<Map<String, Object>> users() {
    Map<UUID, User> users = new HashMap<>();
    world.users(1_000).elements().forEach(user -> users.put(user.id(), (User) user));
    assertThat(users).hasSizeGreaterThan(100);
    Map<UUID, List<Group>> groups = world.directory.groupsOf(world.connection, users.keySet());
    return users.values().stream()
        .map(user -> Trees.user(user, groups.getOrDefault(user.id(), List.of()), users))
        .toList();
  }

  private List<Map<String, Object>> groups() {
    List<Group> groups = world.groups();
    Map<UUID, List<Member>> members =
        world.directory.membersOf(world.connection, groups.stream().map(Group::id).toList());
    return groups.stream()
        .map(group -> Trees.group(group, members.getOrDefault(group.id(), List.of())))
        .toList();
  }

  private void agree(
      List<Map<String, Object>> trees, Search search, Sorting users, Sorting groups) {
    List<String> expected =
        trees.stream()
            .filter(tree ->
                NaiveSearch.meets(
                    tree, NaiveSearch.isUser(tree) ? search.users() : search.groups()))
            .sorted(NaiveSearch.order(users, groups))
            .map(tree -> (String) tree.get("id"))
            .toList();
    Page<DirectoryResource> page =
        world.directory.search(world.connection, search, new Window(1, 1_000));
    assertThat(page.elements().stream().map(one -> one.id().toString()))
        .as("seed %d: %s", seed, search)
        .isEqualTo(expected);
    assertThat(page.total()).as("seed %d: %s", seed, search).isEqualTo(expected.size());
  }

  @Test
  void everyFilterFindsWhatANaiveLookAtEachFinds() {
    List<Map<String, Object>> users = users();
    List<Map<String, Object>> groups = groups();
    var onUsers = new RandomQueries(random, RandomQueries.OF_USERS, users);
    var onGroups = new RandomQueries(random, RandomQueries.OF_GROUPS, groups);
    List<Map<String, Object>> all = Stream.concat(users.stream(), groups.stream()).toList();
    for (int i = 0; i < FILTERS; i++) {
      DirectoryQuery ofUsers = i % 3 == 0 ? new DirectoryQuery.None() : onUsers.next();
      DirectoryQuery ofGroups = i % 3 == 1 ? new DirectoryQuery.None() : onGroups.next();
      agree(
          all,
          new Search(ofUsers, ofGroups, Sorting.BY_ID, Sorting.BY_ID, DirectoryWorld.PREFIX),
          Sorting.BY_ID,
          Sorting.BY_ID);
    }
  }

  @Test
  void everyAttributeSortsAsANaiveComparatorSorts() {
    List<Map<String, Object>> all = Stream.concat(users().stream(), groups().stream()).toList();
    for (boolean descending : new boolean[] {false, true}) {
      for (AttributeKey key : RandomQueries.OF_USERS) {
        Sorting users = new Sorting(Optional.of(key), descending);
        Sorting groups =
            new Sorting(Optional.of(key).filter(RandomQueries.OF_GROUPS::contains), descending);
        var everything = new DirectoryQuery.All();
        agree(
            all,
            new Search(everything, everything, users, groups, DirectoryWorld.PREFIX),
            users,
            groups);
        agree(all, Search.ofUsers(everything, users, DirectoryWorld.PREFIX), users, groups);
      }
      for (AttributeKey key : RandomQueries.OF_GROUPS) {
        Sorting groups = new Sorting(Optional.of(key), descending);
        agree(
            all,
            Search.ofGroups(new DirectoryQuery.All(), groups, DirectoryWorld.PREFIX),
            new Sorting(Optional.empty(), descending),
            groups);
      }
    }
  }
}
