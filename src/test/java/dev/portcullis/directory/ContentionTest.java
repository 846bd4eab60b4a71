package dev.portcullis.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.directory.GroupChange.AddMembers;
import dev.portcullis.directory.GroupChange.RemoveMembers;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many at once: nobody is lost, nobody is made twice, nothing ends in an error. */
@OnBothDatabases
class ContentionTest {

  private final DirectoryWorld world;

  ContentionTest(TestDatabase database) {
    this.world = DirectoryWorld.on(database);
  }

  /** Runs all at the same moment and answers what each answered. */
  private static <T> List<T> atOnce(List<Callable<T>> work)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(work.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> one : work) {
        running.add(
            threads.submit(() -> {
              start.await();
              return one.call();
            }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> one : running) {
        answers.add(one.get());
      }
      return answers;
    }
  }

  @Test
  void sixtyFourWritersOfOneGroupLoseNobody() throws Exception {
    List<User> people = IntStream.range(0, 64).mapToObj(i -> world.pushed("person-" + i)).toList();
    List<User> leavers = people.subList(0, 32);
    List<User> joiners = people.subList(32, 64);
    Group eng =
        world.pushedGroup(
            "eng", leavers.stream().map(user -> user.id().toString()).toArray(String[]::new));

    List<Callable<GroupOutcome>> work = new ArrayList<>();
    leavers.forEach(
        user -> work.add(() -> world.say(eng, new RemoveMembers(List.of(user.id().toString())))));
    joiners.forEach(
        user -> work.add(() -> world.say(eng, new AddMembers(List.of(user.id().toString())))));
    atOnce(work);

    Set<String> expected =
        joiners.stream().map(user -> user.id().toString()).collect(Collectors.toSet());
    assertThat(world.scimMembers(eng)).isEqualTo(expected);
  }

  @RepeatedTest(5)
  void onePersonPushedByManyAtOnceIsMadeOnce() throws Exception {
    List<UserOutcome> outcomes =
        atOnce(
            IntStream.range(0, 8)
                .<Callable<UserOutcome>>mapToObj(_ -> () -> world.push("Anna", "00u-anna"))
                .toList());
    assertThat(outcomes).filteredOn(UserOutcome.Created.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(UserOutcome.Conflict.class::isInstance).hasSize(7);
  }

  @RepeatedTest(5)
  void oneGroupPushedByManyAtOnceIsMadeOnce() throws Exception {
    List<GroupOutcome> outcomes =
        atOnce(
            IntStream.range(0, 8)
                .<Callable<GroupOutcome>>mapToObj(_ ->
                    () ->
                        world.directory.createGroup(
                            world.caller,
                            world.connection,
                            new GroupDraft(
                                "eng", Optional.empty(), AttributeValues.NONE, List.of())))
                .toList());
    assertThat(outcomes).filteredOn(GroupOutcome.Created.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(GroupOutcome.NameTaken.class::isInstance).hasSize(7);
  }

  @RepeatedTest(10)
  void aMemberIsAttachedWhicheverOfPushAndPersonIsFirst() throws Exception {
    Group eng = world.pushedGroup("eng");
    Group ops = world.pushedGroup("ops");
    List<Callable<Object>> work =
        List.of(
            () -> world.say(eng, new AddMembers(List.of("00u-anna"))),
            () -> world.push("anna", "00u-anna"),
            () -> world.say(ops, new AddMembers(List.of("00u-anna"))));
    atOnce(work);
    User anna =
        ((SubjectOutcome.Found) world.memberships.subject(world.caller.organizationId(), "anna"))
            .user();
    assertThat(world.belongings(anna.id())).containsExactlyInAnyOrder("eng", "ops");
  }

  @RepeatedTest(5)
  void manyWhoSignInAtOnceWithOneNewGroupMakeItOnce() throws Exception {
    List<SyncOutcome.Synchronised> outcomes =
        atOnce(
            IntStream.range(0, 6)
                .<Callable<SyncOutcome.Synchronised>>mapToObj(
                    i -> () -> world.signsInWith("00u-" + i, "eng"))
                .toList());
    assertThat(outcomes)
        .extracting(outcome -> outcome.added().getFirst().groupId())
        .containsOnly(outcomes.getFirst().added().getFirst().groupId());
  }

  @RepeatedTest(5)
  void onePersonWhoSignsInTwiceAtOnceIsMadeOnce() throws Exception {
    List<SyncOutcome.Synchronised> outcomes =
        atOnce(
            IntStream.range(0, 4)
                .<Callable<SyncOutcome.Synchronised>>mapToObj(
                    _ -> () -> world.signsInWith("00u-twin", "eng"))
                .toList());
    assertThat(outcomes).filteredOn(SyncOutcome.Synchronised::created).hasSize(1);
    assertThat(outcomes)
        .extracting(outcome -> outcome.user().id())
        .containsOnly(outcomes.getFirst().user().id());
  }
}
