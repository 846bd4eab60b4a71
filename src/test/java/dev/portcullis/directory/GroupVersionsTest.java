package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.directory.GroupChange.AddMembers;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A group is another version where the members that it shows are others. */
@OnBothDatabases
class GroupVersionsTest {

  private final DirectoryWorld world;

  GroupVersionsTest(TestDatabase database) {
    this.world = DirectoryWorld.on(database);
  }

  private Group now(Group group) {
    return world.directory.group(world.connection, group.id()).orElseThrow();
  }

  private void assertCounted(Group before) {
    assertThat(now(before).version()).isEqualTo(before.version() + 1);
    assertThat(now(before).updatedAt()).isAfter(before.updatedAt());
  }

  @Test
  void aDeletedUserChangesTheGroupsThatShowedItAndNoOthers() {
    User anna = world.pushed("anna");
    Group eng = world.pushedGroup("eng", anna.id().toString());
    Group ops = world.pushedGroup("ops", "someone-else");
    world.directory.deleteUser(world.caller, world.connection, anna.id(), Precondition.NONE);
    assertCounted(eng);
    assertThat(now(ops)).isEqualTo(ops);
    assertThat(world.scimMembers(eng)).isEmpty();
  }

  @Test
  void aParkedValueThatIsPushedChangesItsGroups() {
    Group eng = world.pushedGroup("eng", "00u-anna");
    User anna = world.pushed("anna");
    assertCounted(eng);
    assertThat(world.scimMembers(eng)).containsExactly(anna.id().toString());
  }

  @Test
  void aParkedValueThatSignsInChangesItsGroups() {
    Group eng = world.pushedGroup("eng", "00u-anna");
    world.signsInWith("00u-anna");
    assertCounted(eng);
  }

  @Test
  void aParkedValueThatAUserTakesOverChangesItsGroups() {
    Group eng = world.pushedGroup("eng", "00u-late");
    User anna = world.pushed("anna");
    world.edit(
        anna,
        current ->
            new UserProfile(
                current.userName(),
                Optional.of("00u-late"),
                current.active(),
                current.attributes()));
    assertCounted(eng);
  }

  @Test
  void aNewUserWhomNobodyNamedChangesNoGroup() {
    Group eng = world.pushedGroup("eng", "00u-other");
    world.pushed("anna");
    assertThat(now(eng)).isEqualTo(eng);
  }

  @Test
  void deletionsAndGroupPatchesAtOnceEndWithoutErrorsAndLoseNobody() throws Exception {
    List<User> leavers = IntStream.range(0, 12).mapToObj(i -> world.pushed("leaver-" + i)).toList();
    String[] ids = leavers.stream().map(user -> user.id().toString()).toArray(String[]::new);
    List<Group> groups =
        IntStream.range(0, 3).mapToObj(i -> world.pushedGroup("group-" + i, ids)).toList();
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < leavers.size(); i++) {
        User leaver = leavers.get(i);
        String joiner = "joiner-" + i;
        running.add(
            threads.submit(() ->
                world.directory.deleteUser(
                    world.caller, world.connection, leaver.id(), Precondition.NONE)));
        groups
            .reversed()
            .forEach(group ->
                running.add(
                    threads.submit(() -> world.say(group, new AddMembers(List.of(joiner))))));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    groups.forEach(group -> assertThat(world.scimMembers(group)).hasSize(leavers.size()));
  }
}
