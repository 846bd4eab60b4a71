package dev.portcullis.directory;

import dev.portcullis.directory.History.Claim;
import dev.portcullis.directory.History.Delivery;
import dev.portcullis.directory.History.Operation;
import dev.portcullis.directory.History.Step;
import dev.portcullis.directory.History.Token;
import dev.portcullis.directory.Membership.Bearing;
import dev.portcullis.directory.Membership.Word;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The registers in memory: what happens is written down as the server writes it, step by step, and
 * the server's pure functions {@link MemberWords}, {@link ClaimRegister} and {@link Membership} say
 * what follows.
 */
final class PureDirectory {

  private static final class Person {
    boolean known;
    boolean active;
    boolean gone;
    Optional<Instant> managedSince = Optional.empty();
    Optional<Instant> notBefore = Optional.empty();
    ClaimRegister register = ClaimRegister.EMPTY;

    void managed(Instant now) {
      if (gone) {
        notBefore = Optional.of(now);
        register = ClaimRegister.EMPTY;
      }
      gone = false;
      known = true;
      managedSince = Optional.of(now);
    }

    void leaves() {
      gone = true;
      known = false;
      managedSince = Optional.empty();
      register = ClaimRegister.EMPTY;
    }
  }

  private static final class Group {
    final UUID id = UUID.randomUUID();
    String name;
    boolean byScim;
    Optional<Instant> completeAt = Optional.empty();
    final Map<String, Word> words = new HashMap<>();

    Group(String name, boolean byScim) {
      this.name = name;
      this.byScim = byScim;
    }
  }

  private record Named(String name, Bearing bearing, boolean inherited) {}

  private final History history;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<Integer, Group> labelled = new HashMap<>();
  private final List<Group> groups = new ArrayList<>();
  private final List<Named> bearings = new ArrayList<>();
  private final Map<Integer, Instant> receipts = new HashMap<>();
  private final Map<Integer, Boolean> absences = new HashMap<>();
  private String filter = ".*";
  private boolean covers;
  private long clock;

  private PureDirectory(History history) {
    this.history = history;
    Histories.PEOPLE.forEach(name -> people.put(name, new Person()));
  }

  static Set<String> memberships(History history) {
    PureDirectory directory = new PureDirectory(history);
    for (int position = 0; position <= history.steps().size(); position++) {
      directory.deliver(position);
      if (position < history.steps().size()) {
        directory.follow(history.steps().get(position), directory.tick());
      }
    }
    return directory.belonging();
  }

  private Instant tick() {
    clock++;
    return Instant.EPOCH.plus(clock, ChronoUnit.MICROS);
  }

  private Person person(String name) {
    return Objects.requireNonNull(people.get(name));
  }

  /** Tokens are issued before any of a position comes: that is what the clock shows by then. */
  private void deliver(int position) {
    clock = position * 1_000L;
    Instant start = Instant.EPOCH.plus(clock, ChronoUnit.MICROS);
    for (int i = 0; i < history.tokens().size(); i++) {
      if (history.tokens().get(i).issued() == position) {
        issued.put(i, start.plus(history.tokens().get(i).tick(), ChronoUnit.MICROS));
      }
    }
    clock += 2;
    history.deliveries().get(position).forEach(delivery -> receive(delivery, tick()));
  }

  private final Map<Integer, Instant> issued = new HashMap<>();

  private void receive(Delivery delivery, Instant now) {
    Token token = history.tokens().get(delivery.token());
    receipts.putIfAbsent(delivery.token(), now);
    absences.putIfAbsent(delivery.token(), delivery.wouldBeEmpty());
    Instant time =
        Objects.requireNonNull(
            token.ahead() ? receipts.get(delivery.token()) : issued.get(delivery.token()));
    Person person = person(token.person());
    boolean stranger = history.onlyScimMakesUsers() && person.managedSince.isEmpty();
    if (person.gone || stranger) {
      return;
    }
    if (!person.known) {
      person.known = true;
      person.active = true;
    }
    boolean early =
        person.notBefore.filter(time::isBefore).isPresent()
            || (history.onlyScimMakesUsers()
                && person.managedSince.filter(time::isBefore).isPresent());
    if (early || person.register.outdates(time)) {
      return;
    }
    person.register = taken(person.register, token.claim(), delivery.token(), time);
    bear(person, now);
  }

  private ClaimRegister taken(ClaimRegister register, Claim claim, int token, Instant time) {
    return switch (claim) {
      case Claim.Complete(Set<String> names) -> register.withComplete(names, time);
      case Claim.Truncated(Set<String> names) ->
          register.withTruncated(
              names, time, (name, one, other) -> Membership.meansAlike(of(name), one, other));
      case Claim.Absent _ when Objects.requireNonNull(absences.get(token)) ->
          register.withComplete(Set.of(), time);
      case Claim.Absent _, Claim.Unreadable _ -> register;
    };
  }

  private List<Bearing> of(String name) {
    return bearings.stream().filter(one -> one.name().equals(name)).map(Named::bearing).toList();
  }

  private void bear(Person person, Instant now) {
    person.register.entries().stream()
        .sorted(Comparator.comparing(ClaimRegister.Entry::name))
        .filter(entry -> entry.name().matches(filter))
        .filter(entry -> Membership.meant(of(entry.name()), entry.at()).isEmpty())
        .forEach(entry -> add(new Group(entry.name(), false), now));
  }

  private Group add(Group group, Instant now) {
    groups.add(group);
    called(group, now);
    return group;
  }

  private void called(Group group, Instant now) {
    bearings.add(new Named(group.name, new Bearing(group.id, now, Optional.empty()), false));
  }

  private void calledUntil(Group group, Instant now) {
    bearings.replaceAll(one ->
        one.bearing().groupId().equals(group.id) && one.bearing().until().isEmpty()
            ? new Named(
                one.name(),
                new Bearing(group.id, one.bearing().from(), Optional.of(now)),
                one.inherited())
            : one);
  }

  private void follow(Step step, Instant now) {
    switch (step) {
      case Step.Push(String name) -> push(name, now);
      case Step.SetActive(String name, boolean active) -> {
        if (person(name).managedSince.isPresent()) {
          person(name).active = active;
        }
      }
      case Step.Delete(String name) -> {
        if (person(name).managedSince.isPresent()) {
          person(name).leaves();
          groups.forEach(group -> group.words.remove(name));
        }
      }
      case Step.ChangeId(String from, String to) -> changeId(from, to, now);
      case Step.PushGroup(int label, String name, List<String> members) ->
          pushGroup(label, name, members, now);
      case Step.Say(int label, List<Operation> operations) ->
          there(label).ifPresent(group -> say(group, operations, now));
      case Step.Rename(int label, String name) ->
          there(label)
              .filter(group -> !group.name.equals(name) && isFree(name))
              .ifPresent(group -> rename(group, name, now));
      case Step.DeleteGroup(int label) ->
          there(label)
              .ifPresent(group -> {
                calledUntil(group, now);
                groups.remove(group);
              });
      case Step.Filter(String regex) -> {
        filter = regex;
        people.values().forEach(person -> bear(person, now));
      }
      case Step.Cover(boolean covered) -> covers = covered;
    }
  }

  private void push(String name, Instant now) {
    Person person = person(name);
    boolean managed = person.managedSince.isPresent();
    if (managed && person.active) {
      return;
    }
    if (managed) {
      groups.forEach(group -> group.words.remove(name));
      person.register = ClaimRegister.EMPTY;
      person.notBefore = Optional.of(now);
    }
    person.managed(now);
    person.active = true;
  }

  private void changeId(String from, String to, Instant now) {
    Person former = person(from);
    Person next = person(to);
    if (former.managedSince.isEmpty() || from.equals(to) || next.managedSince.isPresent()) {
      return;
    }
    former.leaves();
    groups.forEach(group -> group.words.remove(from));
    next.managed(now);
    next.active = former.active;
  }

  private Optional<Group> there(int label) {
    return Optional.ofNullable(labelled.get(label)).filter(groups::contains);
  }

  private boolean isFree(String name) {
    return groups.stream().noneMatch(group -> group.byScim && group.name.equals(name));
  }

  private Optional<Group> bySignIn(String name) {
    return groups.stream().filter(group -> !group.byScim && group.name.equals(name)).findFirst();
  }

  private void pushGroup(int label, String name, List<String> members, Instant now) {
    if (!isFree(name)) {
      return;
    }
    Group group = bySignIn(name).orElseGet(() -> add(new Group(name, true), now));
    group.byScim = true;
    labelled.put(label, group);
    if (!members.isEmpty()) {
      say(group, List.of(new Operation(History.Verb.REPLACE, members)), now);
    }
  }

  private void say(Group group, List<Operation> operations, Instant now) {
    MemberWords words = MemberWords.of(operations.stream().map(PureDirectory::change).toList());
    words.said().forEach((name, member) -> group.words.put(name, new Word(member, now)));
    if (words.complete()) {
      group.completeAt = Optional.of(now);
    }
  }

  static GroupChange change(Operation operation) {
    return switch (operation.verb()) {
      case ADD -> new GroupChange.AddMembers(operation.people());
      case REMOVE -> new GroupChange.RemoveMembers(operation.people());
      case REPLACE -> new GroupChange.ReplaceMembers(operation.people());
    };
  }

  private void rename(Group group, String name, Instant now) {
    calledUntil(group, now);
    bySignIn(name)
        .ifPresent(other -> {
          calledUntil(other, now);
          bearings.replaceAll(one ->
              one.bearing().groupId().equals(other.id)
                  ? new Named(
                      one.name(),
                      new Bearing(group.id, one.bearing().from(), one.bearing().until()),
                      true)
                  : one);
          groups.remove(other);
        });
    group.name = name;
    called(group, now);
  }

  private Set<String> belonging() {
    Set<String> belonging = new TreeSet<>();
    people.forEach((name, person) -> {
      if (person.known) {
        groups.stream()
            .filter(group -> belongs(name, person, group))
            .forEach(group -> belonging.add(name + " in " + group.name));
      }
    });
    return belonging;
  }

  private boolean belongs(String name, Person person, Group group) {
    Optional<Instant> claimedAt =
        person.register.entries().stream()
            .filter(entry -> entry.name().matches(filter))
            .filter(entry ->
                Membership.meant(of(entry.name()), entry.at()).equals(Optional.of(group.id)))
            .map(ClaimRegister.Entry::at)
            .max(Comparator.naturalOrder());
    Optional<Word> word =
        Membership.inForce(
            Optional.ofNullable(group.words.get(name)), group.completeAt, person.managedSince);
    return Membership.belongs(word, claimedAt, lackedAt(person, group));
  }

  private Optional<Instant> lackedAt(Person person, Group group) {
    return person
        .register
        .newest()
        .filter(_ -> covers)
        .filter(newest ->
            bearings.stream()
                .filter(one -> !one.inherited() && one.bearing().groupId().equals(group.id))
                .filter(one -> one.bearing().spans(newest) && one.name().matches(filter))
                .anyMatch(one ->
                    !person
                        .register
                        .entries()
                        .contains(new ClaimRegister.Entry(one.name(), newest))));
  }
}
