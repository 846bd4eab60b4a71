package dev.portcullis.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.connection.Connection;
import dev.portcullis.connection.ConnectionSettings;
import dev.portcullis.connection.Connections;
import dev.portcullis.connection.SecretChange;
import dev.portcullis.directory.Directory;
import dev.portcullis.directory.Precondition;
import dev.portcullis.directory.User;
import dev.portcullis.directory.UserOutcome;
import dev.portcullis.directory.UserProfile;
import dev.portcullis.organization.Actor;
import dev.portcullis.organization.Caller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.OpenIdProvider;
import dev.portcullis.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody signs in while they are put out, at every step of the way: however the two meet, nobody
 * is left signed in.
 *
 * <p>Two threads meet at a barrier before one step of the sign-in. Then they run on as they like,
 * or one of them meets the other with its transaction open, so that the other must wait for it.
 */
@OnBothDatabases
class SignInRaceTest {

  /** Five ways out, five places, three ways to meet: 525 interleavings on each database. */
  private static final int ROUNDS = 7;

  /** How the person is put out. */
  private enum Way {
    DEACTIVATED,
    DELETED,
    BECOMES_ANOTHER_PERSON,
    ALL_SESSIONS_ENDED,
    CONNECTION_DISABLED
  }

  /** Before what of the sign-in the two meet. */
  private enum Step {
    VERIFY_AND_SYNCHRONISE,
    OPEN_SESSION,
    ISSUE_TOKEN,
    FIRST_REQUEST,
    SECOND_REQUEST
  }

  /** How they meet. */
  private enum Meeting {
    AT_ONCE,
    WITH_THE_WAY_OUT_UNCOMMITTED,
    WITH_THE_STEP_UNCOMMITTED
  }

  private final OpenIdProvider provider = new OpenIdProvider();
  private final SignedInWorld world;
  private final Caller caller;
  private final Directory directory;
  private final Connections connections;
  private final SignIns signIns;
  private int people;

  SignInRaceTest(TestDatabase database) {
    this.world = new SignedInWorld(database, provider.issuer(), "");
    this.caller =
        new Caller(world.organizationId(), new Actor.Client("race", false), SignedInWorld.TRACE);
    this.directory = world.server.bean(Directory.class);
    this.connections = world.server.bean(Connections.class);
    this.signIns = world.server.bean(SignIns.class);
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  /** What a sign-in got hold of, as far as it came. */
  private record Held(Optional<OpenSession> session, Optional<String> token) {
    static final Held NOTHING = new Held(Optional.empty(), Optional.empty());
  }

  /** One thread's part in the meetings, of which there are so many, whatever is run again. */
  private static final class Attendance {

    private final CyclicBarrier barrier;
    private int left;

    Attendance(CyclicBarrier barrier, int meetings) {
      this.barrier = barrier;
      this.left = meetings;
    }

    void meet() {
      if (left > 0) {
        left--;
        try {
          barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    void meetToTheEnd() {
      while (left > 0) {
        meet();
      }
    }
  }

  /** One sign-in, step by step. */
  private final class Run {

    private final Step place;
    private final Meeting meeting;
    private final String subject;
    private final Attendance comingIn;
    private final Attendance goingOut;

    Run(Step place, Meeting meeting, String subject) {
      this.place = place;
      this.meeting = meeting;
      this.subject = subject;
      // The way out begins when the step is reached, and is met again before it is committed.
      int meetings = meeting == Meeting.WITH_THE_WAY_OUT_UNCOMMITTED ? 2 : 1;
      CyclicBarrier barrier = new CyclicBarrier(2);
      this.comingIn = new Attendance(barrier, meetings);
      this.goingOut = new Attendance(barrier, meetings);
    }

    private <T> T step(Step step, Supplier<T> work) {
      if (step != place) {
        return work.get();
      }
      if (meeting != Meeting.WITH_THE_STEP_UNCOMMITTED) {
        comingIn.meetToTheEnd();
        return work.get();
      }
      return directory.together(() -> {
        T done = work.get();
        comingIn.meet();
        return done;
      });
    }

    Held signIn() {
      try {
        return steps();
      } finally {
        // Whoever does not come so far must not keep the other waiting.
        comingIn.meetToTheEnd();
      }
    }

    private Held steps() {
      String token = provider.token(subject, Map.of("groups", List.of("engineers")));
      SignInOutcome outcome =
          step(Step.VERIFY_AND_SYNCHRONISE, () -> signIns.signIn(caller, "okta", token));
      if (!(outcome instanceof SignInOutcome.Admitted admitted)) {
        return Held.NOTHING;
      }
      NewSession asked =
          new NewSession(
              admitted.user(), connectionThen(), Optional.of("sid-" + subject), Instant.now());
      Optional<OpenSession> session = step(Step.OPEN_SESSION, () -> world.sessions.open(asked));
      Optional<String> issued = step(Step.ISSUE_TOKEN, () -> session.map(world::token));
      step(Step.FIRST_REQUEST, () -> issued.flatMap(world::caller));
      step(Step.SECOND_REQUEST, () -> session.map(world::stands));
      return new Held(session, issued);
    }

    boolean putOut(Supplier<Boolean> way) {
      goingOut.meet();
      return directory.together(() -> {
        boolean done = way.get();
        goingOut.meet();
        return done;
      });
    }
  }

  private Connection connectionThen() {
    return connections.named(caller.organizationId(), "okta").orElseThrow();
  }

  private User newPerson() {
    String name = "person-" + people++;
    UserProfile profile =
        new UserProfile(name, Optional.of("00u-" + name), Optional.of(true), AttributeValues.NONE);
    return ((UserOutcome.Created) directory.createUser(caller, connectionThen(), profile)).user();
  }

  private boolean edited(User user, String externalId, boolean active) {
    return directory.editUser(
            caller,
            connectionThen(),
            user.id(),
            Precondition.NONE,
            profile ->
                new UserProfile(
                    profile.userName(),
                    Optional.of(externalId),
                    Optional.of(active),
                    profile.attributes()))
        instanceof UserOutcome.Stored;
  }

  private boolean enabled(boolean enabled) {
    connections.edit(
        caller, "okta", settings -> enabled(settings, enabled), new SecretChange.Keep());
    return true;
  }

  private static ConnectionSettings enabled(ConnectionSettings settings, boolean enabled) {
    return new ConnectionSettings(
        settings.name(),
        settings.issuer(),
        settings.clientId(),
        settings.scopes(),
        settings.application(),
        settings.claim(),
        settings.dialect(),
        settings.provisioning(),
        enabled,
        settings.sessionIdle(),
        settings.sessionMax());
  }

  private boolean out(Way way, User user) {
    return switch (way) {
      case DEACTIVATED -> edited(user, user.externalId().orElseThrow(), false);
      case DELETED ->
          directory.deleteUser(caller, connectionThen(), user.id(), Precondition.NONE)
              instanceof UserOutcome.Deleted;
      case BECOMES_ANOTHER_PERSON -> edited(user, user.externalId().orElseThrow() + "-else", true);
      case ALL_SESSIONS_ENDED -> world.sessions.endAll(caller, user.id());
      case CONNECTION_DISABLED -> enabled(false);
    };
  }

  /** Brings back what can be brought back; whoever was out stays out. */
  private void back(Way way, User user) {
    switch (way) {
      case DEACTIVATED -> edited(user, user.externalId().orElseThrow(), true);
      case CONNECTION_DISABLED -> enabled(true);
      case DELETED, BECOMES_ANOTHER_PERSON, ALL_SESSIONS_ENDED -> {}
    }
  }

  private void assertOut(Held held, User user, String when) {
    held.session()
        .filter(session -> session.userId().equals(user.id()))
        .filter(session -> session.credentialEpoch() == user.credentialEpoch())
        .ifPresent(session -> assertThat(world.stands(session)).as(when).isFalse());
    held.token()
        .flatMap(world::caller)
        .map(Caller::actor)
        .map(Actor.Person.class::cast)
        .ifPresent(person ->
            assertThat(
                    person.userId().equals(user.id())
                        && person.credentialEpoch() == user.credentialEpoch())
                .as(when)
                .isFalse());
  }

  private void race(ExecutorService threads, Way way, Step step, Meeting meeting) throws Exception {
    User user = newPerson();
    Run run = new Run(step, meeting, user.externalId().orElseThrow());
    Future<Held> signIn = threads.submit(run::signIn);
    Future<Boolean> putOut = threads.submit(() -> run.putOut(() -> out(way, user)));
    Held held = signIn.get();
    assertThat(putOut.get()).isTrue();
    String story = way + " " + meeting + " before " + step;
    assertOut(held, user, story);
    back(way, user);
    assertOut(held, user, story + ", and brought back");
    assertThat(world.sessions.of(caller.organizationId(), user.id()))
        .as(story)
        .allMatch(seen -> seen.session().credentialEpoch() > user.credentialEpoch());
  }

  @Test
  void nobodyIsEverLeftSignedIn() throws Exception {
    int races = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        for (Way way : Way.values()) {
          for (Step step : Step.values()) {
            for (Meeting meeting : Meeting.values()) {
              race(threads, way, step, meeting);
              races++;
            }
          }
        }
      }
    }
    assertThat(races).isGreaterThanOrEqualTo(500);
  }
}
