package dev.portcullis.permission;

import dev.portcullis.permission.Condition.HasRole;
import dev.portcullis.permission.Condition.InTeam;
import dev.portcullis.permission.Condition.IsUser;
import dev.portcullis.permission.Condition.OwnsByTeam;
import dev.portcullis.permission.Operand.Contextual;
import dev.portcullis.permission.Operand.Literal;
import dev.portcullis.permission.Operand.Property;
import dev.portcullis.permission.Operand.Sought;
import dev.portcullis.permission.Operand.Tested;
import dev.portcullis.permission.Role.Admin;
import dev.portcullis.permission.Role.Member;
import dev.portcullis.permission.Role.ModeratorOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A small world made by a number: few names and values, so that requests and rules meet about as
 * often as they miss.
 */
final class World {

  static final List<String> ACTIONS =
      List.of(
          "read",
          "register",
          "update",
          "unregister",
          "execute",
          "approve",
          "updateProperties.$team",
          "updateProperties.$title",
          "updateProperties.p",
          "updateRelations.p");

  private static final List<String> TEAMS = List.of("t1", "t2", "t3");
  private static final List<String> HANDLES = List.of("a@x", "b@x");
  private static final List<String> PROPERTIES = List.of("p", "q", "r", "$title", "$team");
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private static final List<PropertyValue> SCALARS =
      List.of(
          PropertyValue.of("t1"),
          PropertyValue.of("t2"),
          PropertyValue.of("true"),
          PropertyValue.of("2026-01-02"),
          PropertyValue.of("2026-01-02T14:00:00+02:00"),
          PropertyValue.of("2026-01-03T00:00:00Z"),
          PropertyValue.of(true),
          PropertyValue.of(false),
          PropertyValue.of(1),
          PropertyValue.of(new BigDecimal("1.0")),
          PropertyValue.of(new BigDecimal("2.5")));

  private final Random random;

  private World(long seed) {
    random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  /** The rules of one document, and a request. */
  record Case(List<Rule> rules, AccessRequest request, EntityChange change) {}

  static Case of(long seed) {
    World world = new World(seed);
    AccessRequest request = world.request();
    return new Case(world.listOf(9, world::rule), request, world.change(request));
  }

  private EntityChange change(AccessRequest request) {
    AccessRequest whole =
        new AccessRequest(
            request.subject(),
            oneOf(List.of(EntityOperation.REGISTER, EntityOperation.UPDATE)),
            request.resource(),
            request.circumstances());
    List<Action> fields = listOf(3, () -> action(oneOf(ACTIONS.subList(6, 10))));
    Set<String> after =
        whole.action() == EntityOperation.REGISTER
            ? request.resource().owningTeams()
            : someOf(TEAMS);
    return new EntityChange(whole, fields, after);
  }

  Rule rule() {
    return new Rule(action(oneOf(ACTIONS)), condition(), new RuleSource("Env", 1, oneOf(KEYS)));
  }

  private static final List<String> KEYS = List.of("k1", "k2");

  private static Action action(String name) {
    return Action.parse(name).orElseThrow();
  }

  private Condition condition() {
    return switch (random.nextInt(7)) {
      case 0, 1 -> new HasRole(role());
      case 2 -> new OwnsByTeam();
      case 3 -> new InTeam(oneOf(TEAMS));
      case 4 -> new IsUser(oneOf(List.of("A@x", "b@X")));
      default -> policy(3);
    };
  }

  private Policy policy(int depth) {
    return switch (random.nextInt(depth > 0 ? 11 : 9)) {
      case 0, 1, 2, 3 -> compares();
      case 4 -> new Policy.IsEmpty(tested(), random.nextBoolean());
      case 5 ->
          new Policy.IsWithin(
              tested(),
              new Range.Between(NOON, NOON.plusSeconds(random.nextInt(100_000))),
              random.nextBoolean());
      case 6 -> new Policy.IsExpired(tested(), random.nextBoolean());
      case 7 -> anyProperty();
      case 8 -> new Policy.Evaluated(oneOf(List.of("v1", "v2", "v3", "v4")));
      case 9 -> new Policy.AllOf(listOf(3, () -> policy(depth - 1)));
      default -> new Policy.AnyOf(listOf(3, () -> policy(depth - 1)));
    };
  }

  private Policy compares() {
    Comparison comparison = oneOf(List.of(Comparison.values()));
    return new Policy.Compares(tested(), comparison, sought(comparison));
  }

  private Policy anyProperty() {
    Comparison comparison =
        oneOf(List.of(Comparison.EQUALS, Comparison.NOT_EQUALS, Comparison.CONTAINS));
    return new Policy.AnyProperty(schema(), comparison, sought(comparison));
  }

  private PropertySchema schema() {
    return new PropertySchema(
        oneOf(List.of("string", "array")), Optional.empty(), Optional.empty());
  }

  private Tested tested() {
    return random.nextInt(4) == 0 ? contextual() : new Property(oneOf(PROPERTIES));
  }

  private Sought sought(Comparison comparison) {
    List<PropertyValue> taken = LITERALS.stream().filter(comparison::takes).toList();
    return random.nextInt(4) == 0 ? contextual() : new Literal(oneOf(taken));
  }

  private static final List<PropertyValue> LITERALS = literals();

  private static List<PropertyValue> literals() {
    List<PropertyValue> literals = new ArrayList<>(SCALARS);
    literals.add(PropertyValue.Null.NULL);
    literals.add(PropertyValue.ofTexts(List.of()));
    literals.add(PropertyValue.ofTexts(List.of("t1")));
    literals.add(PropertyValue.ofTexts(List.of("t2", "t1")));
    return literals;
  }

  private Contextual contextual() {
    return new Contextual(
        oneOf(List.of(Context.values())), oneOf(List.of("p", "q", "$identifier")));
  }

  private AccessRequest request() {
    Subject subject =
        new Subject(
            "s",
            new HashSet<>(listOf(2, this::role)),
            someOf(TEAMS),
            someOf(HANDLES),
            random.nextInt(12) > 0);
    return new AccessRequest(subject, action(oneOf(ACTIONS)), resource(), circumstances());
  }

  private Resource resource() {
    Map<String, PropertySchema> schemas = new HashMap<>();
    for (String name : List.of("p", "q", "r")) {
      schemas.put(name, schema());
    }
    return new Resource("Env", oneOf(TEAMS), someOf(TEAMS), attributes(), schemas);
  }

  private Circumstances circumstances() {
    Map<String, Verdict> verdicts =
        Map.of(
            "v1", Verdict.Known.MET,
            "v2", Verdict.Known.UNMET,
            "v3", new Verdict.Failed("broke"));
    Optional<Instant> now = random.nextBoolean() ? Optional.of(NOON) : Optional.empty();
    return new Circumstances(
        attributes(), listOf(2, this::attributes), attributes(), attributes(), now, verdicts);
  }

  private Attributes attributes() {
    Map<String, PropertyValue> values = new HashMap<>();
    for (String name : List.of("p", "q", "r", "$title")) {
      switch (random.nextInt(4)) {
        case 0 -> values.put(name, new PropertyValue.Many(listOf(3, () -> oneOf(SCALARS))));
        case 1, 2 -> values.put(name, oneOf(SCALARS));
        default -> {
          // missing
        }
      }
    }
    return new Attributes(values);
  }

  private Role role() {
    return oneOf(
        List.of(
            new Admin(),
            new Member(),
            new Member(),
            new ModeratorOf("Env"),
            new ModeratorOf("Other"),
            new ModeratorOf("Member")));
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private Set<String> someOf(List<String> names) {
    return new HashSet<>(listOf(2, () -> oneOf(names)));
  }

  private <T> List<T> listOf(int most, Supplier<T> element) {
    List<T> list = new ArrayList<>();
    int size = random.nextInt(most + 1);
    for (int i = 0; i < size; i++) {
      list.add(element.get());
    }
    return list;
  }

  /** Another rule of the same kind of world. */
  static Rule ruleOf(long seed) {
    return new World(seed ^ 0x5DEECE66DL).rule();
  }
}
