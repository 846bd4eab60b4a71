package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.Sorting;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A walk by cursor is true to what was there when it began, whatever happens meanwhile. */
@OnBothDatabases
class CursorWalkTest {

  private static final int PEOPLE = 20_000;
  private static final int COUNT = 200;
  private static final Sorting BY_FAMILY_NAME =
      new Sorting(Optional.of(new AttributeKey("name.familyname", Kind.TEXT)), true);

  private final DirectoryWorld world;
  private final Crowd crowd;

  CursorWalkTest(TestDatabase database) {
    this.world = DirectoryWorld.on(database);
    this.crowd = new Crowd(world);
  }

  private static Search everybody(Sorting sorting) {
    return Search.ofUsers(new DirectoryQuery.All(), sorting, DirectoryWorld.PREFIX);
  }

  private WalkOutcome.Part part(Search search, Optional<Cursor> cursor, int count) {
    return (WalkOutcome.Part) world.directory.walk(world.connection, search, cursor, count);
  }

  /** Walks to the end, while after each part some people come, change and go. */
  private void walksTrueToItsBeginning(Sorting sorting) {
    List<UUID> there = new ArrayList<>(crowd.make(PEOPLE));
    Set<UUID> throughout = new HashSet<>(there);
    List<UUID> seen = new ArrayList<>();
    Random random = new Random(7);
    Optional<Cursor> next = Optional.empty();
    do {
      WalkOutcome.Part part = part(everybody(sorting), next, COUNT);
      part.elements().forEach(one -> seen.add(one.id()));
      next = part.next();
      List<UUID> gone = some(random, there, 7);
      crowd.delete(gone);
      throughout.removeAll(gone);
      crowd.rename(some(random, there, 7), "Family " + random.nextInt(1_000));
      crowd.make(6);
    } while (next.isPresent());
    assertThat(seen).doesNotHaveDuplicates().containsAll(throughout);
    assertThat(throughout).hasSizeGreaterThan(PEOPLE - 1_000);
  }

  private static List<UUID> some(Random random, List<UUID> there, int count) {
    return random.ints(count, 0, there.size()).mapToObj(there::get).distinct().toList();
  }

  @Test
  void inOrderOfTheIdsItLosesAndRepeatsNobody() {
    walksTrueToItsBeginning(Sorting.BY_ID);
  }

  @Test
  void inAnyOtherOrderItLosesAndRepeatsNobody() {
    walksTrueToItsBeginning(BY_FAMILY_NAME);
  }

  @Test
  void aWalkInOrderShowsWhatASearchInThatOrderShows() {
    crowd.make(50);
    List<UUID> searched =
        world
            .directory
            .search(
                world.connection,
                everybody(BY_FAMILY_NAME),
                new dev.portcullis.attribute.Window(1, 100))
            .elements()
            .stream()
            .map(DirectoryResource::id)
            .toList();
    List<UUID> walked = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    do {
      WalkOutcome.Part part = part(everybody(BY_FAMILY_NAME), next, 7);
      assertThat(part.total()).isEqualTo(50);
      part.elements().forEach(one -> walked.add(one.id()));
      next = part.next();
    } while (next.isPresent());
    assertThat(walked).isEqualTo(searched);
  }

  @Test
  void whatFitsIntoOnePartHasNoCursor() {
    crowd.make(5);
    for (Sorting sorting : List.of(Sorting.BY_ID, BY_FAMILY_NAME)) {
      WalkOutcome.Part whole = part(everybody(sorting), Optional.empty(), 5);
      assertThat(whole.elements()).hasSize(5);
      assertThat(whole.next()).isEmpty();
      WalkOutcome.Part none = part(everybody(sorting), Optional.empty(), 0);
      assertThat(none).isEqualTo(new WalkOutcome.Part(5, List.of(), Optional.empty()));
    }
  }

  @Test
  void usersAndGroupsAreWalkedTogether() {
    crowd.make(5);
    List.of("a", "b", "c").forEach(name -> world.pushedGroup(name));
    Search everything =
        new Search(
            new DirectoryQuery.All(),
            new DirectoryQuery.All(),
            Sorting.BY_ID,
            Sorting.BY_ID,
            DirectoryWorld.PREFIX);
    List<UUID> seen = new ArrayList<>();
    Optional<Cursor> next = Optional.empty();
    do {
      WalkOutcome.Part part = part(everything, next, 3);
      assertThat(part.total()).isEqualTo(8);
      part.elements().forEach(one -> seen.add(one.id()));
      next = part.next();
    } while (next.isPresent());
    assertThat(seen).hasSize(8).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aWalkBelongsToItsConnectionAndEndsWithItsTime() {
    crowd.make(10);
    Optional<Cursor> next = part(everybody(BY_FAMILY_NAME), Optional.empty(), 3).next();
    DirectoryWorld other = world.neighbour();
    assertThat(other.directory.walk(other.connection, everybody(BY_FAMILY_NAME), next, 3))
        .isEqualTo(new WalkOutcome.Expired());
    JdbcClient jdbc = world.server.bean(JdbcClient.class);
    jdbc.sql("update cursor_walks set expires_at = current_timestamp where organization_id = ?")
        .param(world.connection.organizationId())
        .update();
    assertThat(world.directory.walk(world.connection, everybody(BY_FAMILY_NAME), next, 3))
        .isEqualTo(new WalkOutcome.Expired());

    part(everybody(BY_FAMILY_NAME), Optional.empty(), 3);
    assertThat(
            jdbc.sql("select count(*) from cursor_steps where organization_id = ?")
                .param(world.connection.organizationId())
                .query(Long.class)
                .single())
        .as("the one over its time is gone")
        .isEqualTo(10);
  }
}
