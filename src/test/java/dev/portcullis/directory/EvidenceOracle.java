package dev.portcullis.directory;

import dev.portcullis.directory.History.Claim;
import dev.portcullis.directory.History.Delivery;
import dev.portcullis.directory.History.Operation;
import dev.portcullis.directory.History.Step;
import dev.portcullis.directory.History.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who belongs where after a history, read off the page of rules. It shares no code with the server,
 * stores nothing, and looks back over all that was said. Groups that claims make exist here only as
 * the names that nobody bore.
 */
final class EvidenceOracle {

  /** Times are numbers: a thousand to a position, the step at its end. */
  private static final long POSITION = 1_000;

  private static final long STEP = 999;
  private static final long FIRST_RECEIPTS = 10;
  private static final long NEVER = Long.MIN_VALUE;

  private record Word(boolean member, long at) {}

  private record Borne(String name, long from, long until) {}

  private static final class Person {
    boolean managed;
    boolean active;
    boolean gone;
    long managedSince = NEVER;
    long claimsNotBefore = NEVER;

    void begins(long at) {
      if (gone) {
        claimsNotBefore = at;
      }
      gone = false;
      managed = true;
      managedSince = at;
    }

    void leaves() {
      gone = true;
      managed = false;
    }
  }

  private static final class Group {
    final List<Borne> names = new ArrayList<>();
    final Map<String, Word> words = new HashMap<>();
    boolean there = true;

    Borne last() {
      return names.getLast();
    }

    void calledUntil(long at) {
      Borne last = names.removeLast();
      names.add(new Borne(last.name(), last.from(), at));
    }
  }

  private final History history;
  private final Map<String, Person> people = new HashMap<>();
  private final Map<Integer, Group> groups = new HashMap<>();
  private String filter = ".*";
  private boolean covers;

  private EvidenceOracle(History history) {
    this.history = history;
    Histories.PEOPLE.forEach(person -> people.put(person, new Person()));
  }

  static Set<String> memberships(History history) {
    EvidenceOracle oracle = new EvidenceOracle(history);
    for (int i = 0; i < history.steps().size(); i++) {
      oracle.follow(history.steps().get(i), i * POSITION + STEP);
    }
    return oracle.conclude();
  }

  private Person person(String name) {
    return Objects.requireNonNull(people.get(name));
  }

  private void follow(Step step, long at) {
    switch (step) {
      case Step.Push(String name) -> push(name, at);
      case Step.SetActive(String name, boolean active) -> {
        if (person(name).managed) {
          person(name).active = active;
        }
      }
      case Step.Delete(String name) -> {
        if (person(name).managed) {
          person(name).leaves();
          groups.values().forEach(group -> group.words.remove(name));
        }
      }
      case Step.ChangeId(String from, String to) -> changeId(from, to, at);
      case Step.PushGroup(int label, String name, List<String> members) ->
          pushGroup(label, name, members, at);
      case Step.Say(int label, List<Operation> operations) ->
          there(label)
              .ifPresent(group -> operations.forEach(operation -> say(group, operation, at)));
      case Step.Rename(int label, String name) ->
          there(label)
              .filter(_ -> isFree(name))
              .ifPresent(group -> {
                group.calledUntil(at);
                group.names.add(new Borne(name, at, Long.MAX_VALUE));
              });
      case Step.DeleteGroup(int label) ->
          there(label)
              .ifPresent(group -> {
                group.calledUntil(at);
                group.there = false;
              });
      case Step.Filter(String regex) -> filter = regex;
      case Step.Cover(boolean covered) -> covers = covered;
    }
  }

  private void push(String name, long at) {
    Person person = person(name);
    if (person.managed && person.active) {
      return;
    }
    if (person.managed) {
      // Restored: without SCIM's earlier words, and no claim from before counts.
      groups.values().forEach(group -> group.words.remove(name));
      person.claimsNotBefore = at;
    }
    person.begins(at);
    person.active = true;
  }

  private void changeId(String from, String to, long at) {
    Person former = person(from);
    Person next = person(to);
    if (!former.managed || from.equals(to) || next.managed) {
      return;
    }
    former.leaves();
    groups.values().forEach(group -> group.words.remove(from));
    next.begins(at);
    next.active = former.active;
  }

  private void pushGroup(int label, String name, List<String> members, long at) {
    if (!isFree(name)) {
      return;
    }
    Group group = new Group();
    group.names.add(new Borne(name, at, Long.MAX_VALUE));
    groups.put(label, group);
    if (!members.isEmpty()) {
      say(group, new Operation(History.Verb.REPLACE, members), at);
    }
  }

  private Optional<Group> there(int label) {
    return Optional.ofNullable(groups.get(label)).filter(group -> group.there);
  }

  private boolean isFree(String name) {
    return groups.values().stream()
        .noneMatch(group -> group.there && group.last().name().equals(name));
  }

  private void say(Group group, Operation operation, long at) {
    switch (operation.verb()) {
      case ADD -> operation.people().forEach(one -> group.words.put(one, new Word(true, at)));
      case REMOVE -> operation.people().forEach(one -> group.words.put(one, new Word(false, at)));
      case REPLACE ->
          people.forEach((name, person) -> {
            boolean listed = operation.people().contains(name);
            if (listed || person.managed || group.words.containsKey(name)) {
              group.words.put(name, new Word(listed, at));
            }
          });
    }
  }

  private Set<String> conclude() {
    Set<String> belonging = new TreeSet<>();
    for (String name : Histories.PEOPLE) {
      Person person = person(name);
      boolean exists = person.managed || (hasSignedIn(name) && !history.onlyScimMakesUsers());
      if (exists && !person.gone) {
        belongings(name).forEach(group -> belonging.add(name + " in " + group));
      }
    }
    return belonging;
  }

  private boolean hasSignedIn(String name) {
    return history.tokens().stream().anyMatch(token -> token.person().equals(name));
  }

  private record Counted(long at, Claim claim) {

    boolean isComplete() {
      return claim instanceof Claim.Complete || claim instanceof Claim.Absent;
    }

    Set<String> names() {
      return switch (claim) {
        case Claim.Complete(Set<String> names) -> names;
        case Claim.Truncated(Set<String> names) -> names;
        case Claim.Absent _, Claim.Unreadable _ -> Set.of();
      };
    }
  }

  private Set<String> belongings(String name) {
    List<Counted> counted = counted(name);
    long newest =
        counted.stream().filter(Counted::isComplete).mapToLong(Counted::at).max().orElse(NEVER);
    Set<String> whole = new HashSet<>(Histories.NAMES);
    counted.stream()
        .filter(claim -> claim.isComplete() && claim.at() == newest)
        .forEach(claim -> whole.retainAll(claim.names()));
    if (newest == NEVER) {
      whole.clear();
    }
    Set<String> belonging = new HashSet<>();
    Map<Group, Long> claimed = new HashMap<>();
    Stream.concat(
            Stream.of(new Counted(newest, new Claim.Complete(whole))),
            counted.stream().filter(claim -> !claim.isComplete() && claim.at() > newest))
        .forEach(claim ->
            claim.names().stream()
                .filter(one -> one.matches(filter))
                .forEach(one ->
                    meant(one, claim.at())
                        .ifPresentOrElse(
                            group -> claimed.merge(group, claim.at(), Math::max),
                            () -> belonging.add(one))));
    groups.values().stream()
        .filter(group -> group.there)
        .filter(
            group -> belongs(group, name, Optional.ofNullable(claimed.get(group)), newest, whole))
        .forEach(group -> belonging.add(group.last().name()));
    return belonging;
  }

  private boolean belongs(
      Group group, String name, Optional<Long> claimed, long newest, Set<String> whole) {
    Word word = group.words.get(name);
    if (word == null) {
      return claimed.isPresent();
    }
    if (!word.member()) {
      return claimed.filter(at -> at > word.at()).isPresent();
    }
    boolean outweighed = covers && newest > word.at() && lacks(group, newest, whole);
    return !outweighed || claimed.isPresent();
  }

  private boolean lacks(Group group, long newest, Set<String> whole) {
    return group.names.stream()
        .filter(borne -> borne.from() <= newest && newest < borne.until())
        .anyMatch(borne -> borne.name().matches(filter) && !whole.contains(borne.name()));
  }

  /** The group that bore a name then, else the first that bore it since. */
  private Optional<Group> meant(String name, long at) {
    Group meant = null;
    long first = Long.MAX_VALUE;
    for (Group group : groups.values()) {
      for (Borne borne : group.names) {
        if (borne.name().equals(name) && borne.until() > at && borne.from() < first) {
          meant = group;
          first = borne.from();
        }
      }
    }
    return Optional.ofNullable(meant);
  }

  /** The claims of a person that count for anything, each with its time. */
  private List<Counted> counted(String name) {
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < history.tokens().size(); i++) {
      Token token = history.tokens().get(i);
      long at = token.ahead() ? firstReceipt(i) : token.issued() * POSITION + token.tick();
      boolean says =
          switch (token.claim()) {
            case Claim.Complete _, Claim.Truncated _ -> true;
            case Claim.Absent(boolean empty) -> empty;
            case Claim.Unreadable _ -> false;
          };
      if (says && token.person().equals(name) && isInTime(person(name), at)) {
        counted.add(new Counted(at, token.claim()));
      }
    }
    return counted;
  }

  private boolean isInTime(Person person, long at) {
    return at >= person.claimsNotBefore
        && (!history.onlyScimMakesUsers() || at >= person.managedSince);
  }

  private long firstReceipt(int token) {
    for (int position = 0; position < history.deliveries().size(); position++) {
      List<Delivery> here = history.deliveries().get(position);
      for (int i = 0; i < here.size(); i++) {
        if (here.get(i).token() == token) {
          return position * POSITION + FIRST_RECEIPTS + i;
        }
      }
    }
    throw new IllegalStateException("every token comes");
  }
}
