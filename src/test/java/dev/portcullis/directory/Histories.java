package dev.portcullis.directory;

import dev.portcullis.directory.History.Claim;
import dev.portcullis.directory.History.Delivery;
import dev.portcullis.directory.History.Operation;
import dev.portcullis.directory.History.Step;
import dev.portcullis.directory.History.Token;
import dev.portcullis.directory.History.Verb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes up histories: few people and few names, one of each at times, so that they get in each
 * other's way.
 */
final class Histories {

  static final List<String> PEOPLE = List.of("00u-a", "00u-b", "00u-c");
  static final List<String> NAMES = List.of("x", "y", "z");
  private static final List<String> FILTERS = List.of(".*", "[xy]", "z|x", "nothing");
  private static final int MOST_GROUPS = 5;
  private static final int BEGINNING = 2;

  private final Random random;
  private int groups;
  private int people;
  private int names;

  Histories(long seed) {
    this.random = new Random(seed);
  }

  History next(int steps, int tokens) {
    groups = 0;
    people = 1 + random.nextInt(PEOPLE.size());
    names = 1 + random.nextInt(NAMES.size());
    List<Step> made = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      made.add(i < BEGINNING && random.nextInt(4) > 0 ? beginning(i) : step());
    }
    // What is rare among steps, and yet decides in the end.
    if (random.nextBoolean()) {
      made.set(random.nextInt(steps), new Step.Cover(true));
    }
    if (random.nextInt(3) == 0) {
      made.set(random.nextInt(steps), new Step.Filter("[xy]"));
    }
    List<Token> issued = new ArrayList<>();
    for (int i = 0; i < tokens; i++) {
      issued.add(token(steps));
    }
    return new History(
        random.nextInt(8) == 0, made, issued, deliveries(steps, issued, random.nextBoolean()));
  }

  /** The same with every token coming at other times, those first that must not. */
  History delivered(History history) {
    List<List<Delivery>> anew =
        deliveries(history.steps().size(), history.tokens(), random.nextBoolean());
    return new History(history.onlyScimMakesUsers(), history.steps(), history.tokens(), anew);
  }

  /** Somebody and something must be there for anything to be said of them. */
  private Step beginning(int index) {
    return index == 0 ? new Step.Push(person()) : pushGroup();
  }

  private Step step() {
    return switch (random.nextInt(20)) {
      case 0, 1 -> new Step.Push(person());
      case 2, 3 -> new Step.SetActive(person(), random.nextBoolean());
      case 4 -> new Step.Delete(person());
      case 5 -> new Step.ChangeId(person(), person());
      case 6, 7, 8 -> pushGroup();
      case 9, 10 -> new Step.Rename(group(), name());
      case 11 -> new Step.DeleteGroup(group());
      case 12 -> new Step.Filter(FILTERS.get(random.nextInt(FILTERS.size())));
      case 13 -> new Step.Cover(random.nextBoolean());
      default -> new Step.Say(group(), operations());
    };
  }

  private Step pushGroup() {
    if (groups == MOST_GROUPS) {
      return new Step.Say(group(), operations());
    }
    return new Step.PushGroup(groups++, name(), random.nextBoolean() ? List.of() : somePeople());
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      Verb verb = Verb.values()[random.nextInt(Verb.values().length)];
      operations.add(new Operation(verb, somePeople()));
    }
    return operations;
  }

  private Token token(int steps) {
    return new Token(
        person(),
        random.nextInt(steps + 1),
        random.nextInt(2),
        random.nextInt(5) == 0,
        switch (random.nextInt(8)) {
          case 0, 1 -> new Claim.Truncated(someNames());
          case 2 -> new Claim.Absent(random.nextBoolean());
          case 3 -> random.nextBoolean() ? new Claim.Unreadable() : new Claim.Complete(Set.of());
          default -> new Claim.Complete(someNames());
        });
  }

  private List<List<Delivery>> deliveries(int steps, List<Token> tokens, boolean late) {
    List<List<Delivery>> deliveries = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      deliveries.add(new ArrayList<>());
    }
    for (int token = 0; token < tokens.size(); token++) {
      int issued = tokens.get(token).issued();
      int times = 1 + random.nextInt(3);
      for (int i = 0; i < times; i++) {
        int position = late ? steps : issued + random.nextInt(steps - issued + 1);
        deliveries.get(position).add(new Delivery(token, random.nextBoolean()));
      }
    }
    deliveries.forEach(some -> Collections.shuffle(some, random));
    return settled(tokens, deliveries);
  }

  /** Whichever comes first settles what an absent claim is taken for: the verdict is given. */
  private static List<List<Delivery>> settled(List<Token> tokens, List<List<Delivery>> deliveries) {
    boolean[] came = new boolean[tokens.size()];
    List<List<Delivery>> settled = new ArrayList<>();
    for (List<Delivery> some : deliveries) {
      List<Delivery> here = new ArrayList<>();
      for (Delivery one : some) {
        boolean first = !came[one.token()];
        came[one.token()] = true;
        boolean given =
            tokens.get(one.token()).claim() instanceof Claim.Absent(boolean empty) && empty;
        here.add(new Delivery(one.token(), first ? given : one.wouldBeEmpty()));
      }
      settled.add(here);
    }
    return settled;
  }

  private String person() {
    return PEOPLE.get(random.nextInt(people));
  }

  private String name() {
    return NAMES.get(random.nextInt(names));
  }

  private int group() {
    return random.nextInt(Math.max(1, groups));
  }

  private List<String> somePeople() {
    return some(PEOPLE.subList(0, people));
  }

  private Set<String> someNames() {
    return Set.copyOf(some(NAMES.subList(0, names)));
  }

  private List<String> some(List<String> of) {
    return of.stream().filter(_ -> random.nextBoolean()).collect(Collectors.toList());
  }
}
