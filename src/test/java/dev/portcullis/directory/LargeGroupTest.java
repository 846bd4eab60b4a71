package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.organization.Sql;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A group has as many members as it has, whatever one statement of the database can hold. */
@OnBothDatabases
class LargeGroupTest {

  private final DirectoryWorld world;

  LargeGroupTest(TestDatabase database) {
    this.world = DirectoryWorld.on(database);
  }

  private List<Member> members(Group group) {
    return world
        .directory
        .membersOf(world.connection, List.of(group.id()))
        .getOrDefault(group.id(), List.of());
  }

  @Test
  void moreMembersThanAnArrayHoldsArePushedReadAndTakenBackAtOnce() {
    int most = Sql.MOST_ELEMENTS + 1;
    List<String> names = IntStream.range(0, most).mapToObj(i -> "00u" + i).toList();
    Group group = world.pushedGroup("everybody", names.toArray(String[]::new));
    assertThat(members(group)).hasSize(most).extracting(Member::value).contains(names.getLast());

    world.directory.changeGroup(
        world.caller,
        world.connection,
        group.id(),
        Precondition.NONE,
        List.of(new GroupChange.RemoveMembers(names.subList(1, most))));
    assertThat(members(group)).extracting(Member::value).containsExactly(names.getFirst());
  }
}
