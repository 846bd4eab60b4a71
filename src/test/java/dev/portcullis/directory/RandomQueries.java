package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeKey;
import dev.portcullis.attribute.AttributeKey.Kind;
import dev.portcullis.attribute.DirectoryQuery;
import dev.portcullis.attribute.DirectoryQuery.Comparison;
import dev.portcullis.attribute.Operand;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Makes up queries; most operands are taken, whole or in part, from values that there are. */
final class RandomQueries {

  private static final String ENTERPRISE = Trees.ENTERPRISE.toLowerCase(Locale.ROOT) + ":";
  private static final String BADGE = RandomPeople.EXTENSION.toLowerCase(Locale.ROOT) + ":";
  private static final String TEAM = RandomPeople.GROUP_EXTENSION.toLowerCase(Locale.ROOT) + ":";

  private static final List<AttributeKey> COMMON =
      keys(
          Kind.EXACT_TEXT,
          "id",
          "externalid",
          "meta.version",
          "meta.resourcetype",
          "meta.location",
          "schemas");
  private static final List<AttributeKey> MOMENTS =
      keys(Kind.INSTANT, "meta.created", "meta.lastmodified");

  /** By which users are searched for and sorted. */
  static final List<AttributeKey> OF_USERS =
      Stream.of(
              COMMON,
              MOMENTS,
              keys(Kind.INSTANT, BADGE + "since"),
              keys(Kind.NUMBER, BADGE + "level"),
              keys(Kind.BOOLEAN, "active", BADGE + "void", "emails.primary"),
              keys(
                  Kind.EXACT_TEXT,
                  "name.givenname",
                  "groups.value",
                  "groups.$ref",
                  BADGE + "colour"),
              keys(
                  Kind.TEXT,
                  "username",
                  "displayname",
                  "title",
                  "usertype",
                  "name.familyname",
                  "emails.value",
                  "emails.type",
                  "emails.rooms",
                  "phonenumbers.display",
                  "addresses.street",
                  ENTERPRISE + "department",
                  ENTERPRISE + "manager.value",
                  ENTERPRISE + "manager.displayname",
                  BADGE + "tags",
                  BADGE + "visits.value",
                  "groups.display",
                  "groups.type",
                  "groups.value",
                  "groups.$ref"))
          .flatMap(List::stream)
          .toList();

  /** By which groups are searched for and sorted. */
  static final List<AttributeKey> OF_GROUPS =
      Stream.of(
              COMMON,
              MOMENTS,
              keys(Kind.NUMBER, TEAM + "size"),
              keys(Kind.EXACT_TEXT, "members.value", "members.$ref", TEAM + "motto"),
              keys(Kind.TEXT, "displayname", "members.display", "members.type", "members.$ref"))
          .flatMap(List::stream)
          .toList();

  private static final List<String> OBJECTS =
      List.of(
          "name",
          "emails",
          "phonenumbers",
          "addresses",
          "groups",
          "members",
          "meta",
          ENTERPRISE + "manager",
          BADGE + "visits");

  private final Random random;
  private final List<AttributeKey> keys;
  private final List<String> samples;

  /** Queries over the attributes of these trees. */
  RandomQueries(Random random, List<AttributeKey> keys, List<Map<String, Object>> trees) {
    this.random = random;
    this.keys = keys;
    this.samples = new ArrayList<>(RandomPeople.WORDS);
    trees.forEach(tree -> sample(tree));
  }

  private void sample(Object value) {
    switch (value) {
      case Map<?, ?> map -> map.values().forEach(this::sample);
      case List<?> list -> list.forEach(this::sample);
      case String text -> samples.add(text);
      default -> {}
    }
  }

  private static List<AttributeKey> keys(Kind kind, String... paths) {
    return Stream.of(paths).map(path -> new AttributeKey(path, kind)).toList();
  }

  DirectoryQuery next() {
    return query(random.nextInt(4), keys);
  }

  private DirectoryQuery query(int depth, List<AttributeKey> among) {
    if (depth == 0) {
      return leaf(among);
    }
    return switch (random.nextInt(5)) {
      case 0 -> new DirectoryQuery.And(several(depth, among));
      case 1 -> new DirectoryQuery.Or(several(depth, among));
      case 2 -> new DirectoryQuery.Not(query(depth - 1, among));
      case 3 -> element(depth, among);
      default -> leaf(among);
    };
  }

  private List<DirectoryQuery> several(int depth, List<AttributeKey> among) {
    return Stream.generate(() -> query(depth - 1, among)).limit(1 + random.nextInt(3)).toList();
  }

  private DirectoryQuery element(int depth, List<AttributeKey> among) {
    String object = OBJECTS.get(random.nextInt(OBJECTS.size()));
    List<AttributeKey> parts =
        among.stream().filter(key -> key.path().startsWith(object + ".")).toList();
    // Only what is not within an element already; and no element stands within another.
    return parts.isEmpty() || parts.equals(among)
        ? leaf(among)
        : new DirectoryQuery.Element(
            new AttributeKey(object, Kind.COMPLEX), withoutElements(depth - 1, parts));
  }

  private DirectoryQuery withoutElements(int depth, List<AttributeKey> parts) {
    return switch (depth == 0 ? 9 : random.nextInt(5)) {
      case 0 -> new DirectoryQuery.And(List.of(leaf(parts), withoutElements(depth - 1, parts)));
      case 1 -> new DirectoryQuery.Or(List.of(leaf(parts), withoutElements(depth - 1, parts)));
      case 2 -> new DirectoryQuery.Not(withoutElements(depth - 1, parts));
      default -> leaf(parts);
    };
  }

  private DirectoryQuery leaf(List<AttributeKey> among) {
    AttributeKey key = among.get(random.nextInt(among.size()));
    if (random.nextInt(8) == 0) {
      return new DirectoryQuery.Present(key);
    }
    if (random.nextInt(12) == 0 && among == keys) {
      String object = OBJECTS.get(random.nextInt(OBJECTS.size()));
      return new DirectoryQuery.Present(new AttributeKey(object, Kind.COMPLEX));
    }
    return new DirectoryQuery.Compare(key, comparison(key.kind()), operand(key.kind()));
  }

  private Comparison comparison(Kind kind) {
    List<Comparison> some =
        switch (kind) {
          case BOOLEAN, COMPLEX -> List.of(Comparison.EQUAL);
          case NUMBER, INSTANT ->
              Stream.of(Comparison.values())
                  .filter(one -> !one.name().contains("WITH") && one != Comparison.CONTAINS)
                  .toList();
          case TEXT, EXACT_TEXT ->
              Stream.concat(
                      Stream.of(Comparison.values()), Stream.of(Comparison.EQUAL, Comparison.EQUAL))
                  .toList();
        };
    return some.get(random.nextInt(some.size()));
  }

  private Operand operand(Kind kind) {
    return switch (kind) {
      case TEXT, EXACT_TEXT -> new Operand.Text(text());
      case BOOLEAN, COMPLEX -> new Operand.Truth(random.nextBoolean());
      case NUMBER ->
          new Operand.Number(
              new BigDecimal(
                  List.of(
                          "0",
                          "1",
                          "1.5",
                          "42",
                          "-1",
                          "0.1",
                          "1e15",
                          "1e-30",
                          "-1e999999",
                          "1e30",
                          "123456789012.000",
                          "1.500000000000000000000001")
                      .get(random.nextInt(12))));
      case INSTANT -> new Operand.Moment(moment());
    };
  }

  private Instant moment() {
    List<String> moments =
        List.of(
            "2020-01-01T00:00:00Z",
            "2020-01-01T00:00:00.123456Z",
            "2020-01-01T00:00:00.123456789Z",
            "0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999Z",
            "2021-05-05T05:05:05.5Z",
            "1969-12-31T23:59:59.999Z",
            "-1000000000-01-01T00:00:00Z",
            "+1000000000-12-31T00:00:00Z");
    return random.nextBoolean()
        ? Instant.now().minusMillis(random.nextInt(20_000))
        : Instant.parse(moments.get(random.nextInt(moments.size())));
  }

  private String text() {
    String text = samples.get(random.nextInt(samples.size()));
    if (random.nextInt(3) == 0 && text.length() > 1) {
      int start = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
      text = random.nextBoolean() ? text.substring(start) : text.substring(0, start);
    }
    return switch (random.nextInt(6)) {
      case 0 -> text.toUpperCase(Locale.ROOT);
      case 1 -> text.toLowerCase(Locale.ROOT);
      default -> text;
    };
  }
}
