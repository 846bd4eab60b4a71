package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import dev.portcullis.connection.Provisioning;
import dev.portcullis.directory.History.Claim;
import dev.portcullis.directory.History.Delivery;
import dev.portcullis.directory.History.Operation;
import dev.portcullis.directory.History.Step;
import dev.portcullis.directory.History.Token;
import dev.portcullis.directory.SignInStatement.ClaimedGroups;
import dev.portcullis.directory.SignInStatement.ClaimedGroups.Absent.Meaning;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a history happen through the doorways, and reads who belongs by the view in SQL. */
final class StoredDirectory {

  /** How far a clock that is ahead of ours is; longer than a history takes. */
  private static final long AHEAD_SECONDS = 50;

  private final DirectoryWorld world;
  private final History history;
  private final DatabaseClock clock;
  private final Map<String, UUID> users = new HashMap<>();
  private final Map<Integer, Group> groups = new HashMap<>();
  private final Map<Integer, Instant> issued = new HashMap<>();
  private int pushes;

  private StoredDirectory(DirectoryWorld world, History history) {
    this.world = world;
    this.history = history;
    this.clock = world.server.bean(DatabaseClock.class);
  }

  /** The memberships at the end, in a connection where nothing has happened yet. */
  static Set<String> memberships(DirectoryWorld world, History history) {
    StoredDirectory directory = new StoredDirectory(world, history);
    world.provisionBy(
        history.onlyScimMakesUsers() ? Provisioning.SCIM : Provisioning.SCIM_AND_SIGN_IN);
    world.filterBy(".*");
    for (int position = 0; position <= history.steps().size(); position++) {
      directory.issue(position);
      history.deliveries().get(position).forEach(directory::receive);
      if (position < history.steps().size()) {
        directory.follow(history.steps().get(position));
      }
    }
    return directory.belonging();
  }

  private void issue(int position) {
    List<Integer> here = new ArrayList<>();
    for (int i = 0; i < history.tokens().size(); i++) {
      if (history.tokens().get(i).issued() == position) {
        here.add(i);
      }
    }
    if (here.isEmpty()) {
      return;
    }
    Instant start = clock.now();
    here.forEach(i -> issued.put(i, issuedAt(start, i)));
    // Both seconds of the position have passed before anything comes.
    while (!clock.now().isAfter(start.plus(1, ChronoUnit.MICROS))) {
      Thread.onSpinWait();
    }
  }

  private Instant issuedAt(Instant start, int index) {
    Token token = history.tokens().get(index);
    // One that is ahead is alone in its second, so that its receipt is its own.
    return token.ahead()
        ? start.plusSeconds(AHEAD_SECONDS).plus(index, ChronoUnit.MILLIS)
        : start.plus(token.tick(), ChronoUnit.MICROS);
  }

  private void receive(Delivery delivery) {
    Token token = history.tokens().get(delivery.token());
    ClaimedGroups groupsClaim =
        switch (token.claim()) {
          case Claim.Complete(Set<String> names) -> new ClaimedGroups.Complete(List.copyOf(names));
          case Claim.Truncated(Set<String> names) ->
              new ClaimedGroups.Truncated(List.copyOf(names));
          case Claim.Absent _ ->
              new ClaimedGroups.Absent(delivery.wouldBeEmpty() ? Meaning.EMPTY : Meaning.HELD);
          case Claim.Unreadable _ -> new ClaimedGroups.Held();
        };
    world.signIn(token.person(), Objects.requireNonNull(issued.get(delivery.token())), groupsClaim);
  }

  private void follow(Step step) {
    switch (step) {
      case Step.Push(String name) -> {
        if (world.push(userName(name), name) instanceof UserOutcome.Created(User user)) {
          users.put(name, user.id());
        }
      }
      case Step.SetActive(String name, boolean active) ->
          user(name).ifPresent(user -> world.setActive(user, active));
      case Step.Delete(String name) -> user(name).ifPresent(user -> delete(name, user));
      case Step.ChangeId(String from, String to) ->
          user(from).ifPresent(user -> changeId(from, to, user));
      case Step.PushGroup(int label, String name, List<String> members) ->
          pushGroup(label, name, members);
      case Step.Say(int label, List<Operation> operations) -> {
        if (groups.containsKey(label)) {
          world.say(
              groups.get(label),
              operations.stream().map(PureDirectory::change).toArray(GroupChange[]::new));
        }
      }
      case Step.Rename(int label, String name) -> {
        if (groups.containsKey(label)) {
          world.say(groups.get(label), new GroupChange.Rename(name));
        }
      }
      case Step.DeleteGroup(int label) -> {
        if (groups.containsKey(label)) {
          world.directory.deleteGroup(
              world.caller, world.connection, groups.get(label).id(), Precondition.NONE);
        }
      }
      case Step.Filter(String regex) -> world.filterBy(regex);
      case Step.Cover(boolean covered) -> world.coverBy(covered);
    }
  }

  private String userName(String name) {
    pushes++;
    return name + "-" + pushes;
  }

  private Optional<User> user(String name) {
    return Optional.ofNullable(users.get(name))
        .flatMap(id -> world.directory.user(world.connection, id));
  }

  private void delete(String name, User user) {
    world.directory.deleteUser(world.caller, world.connection, user.id(), Precondition.NONE);
    users.remove(name);
  }

  private void changeId(String from, String to, User user) {
    UserOutcome outcome =
        world.edit(
            user,
            current ->
                new UserProfile(
                    current.userName(), Optional.of(to), current.active(), current.attributes()));
    if (outcome instanceof UserOutcome.Stored) {
      users.remove(from);
      users.put(to, user.id());
    }
  }

  private void pushGroup(int label, String name, List<String> members) {
    GroupOutcome outcome =
        world.directory.createGroup(
            world.caller,
            world.connection,
            new GroupDraft(name, Optional.empty(), AttributeValues.NONE, members));
    if (outcome instanceof GroupOutcome.Created(Group group, _)) {
      groups.put(label, group);
    }
  }

  private Set<String> belonging() {
    return new TreeSet<>(
        world
            .server
            .bean(JdbcClient.class)
            .sql(
                """
                select distinct u.external_id_key, g.display_name from memberships m
                join users u on u.organization_id = m.organization_id and u.user_id = m.user_id
                join groups g on g.organization_id = m.organization_id and g.group_id = m.group_id
                where m.organization_id = ? and u.connection_id = ?
                """)
            .params(world.caller.organizationId(), world.connection.id())
            .query((row, _) ->
                row.getString("external_id_key") + " in " + row.getString("display_name"))
            .list());
  }
}
