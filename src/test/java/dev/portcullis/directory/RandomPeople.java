package dev.portcullis.directory;

import dev.portcullis.attribute.AttributeValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes up users and groups with few and odd values, so that filters hit and miss. */
final class RandomPeople {

  static final String EXTENSION = "urn:example:params:Badge:1.0";
  static final String GROUP_EXTENSION = "urn:example:params:Team:1.0";

  static final List<String> WORDS =
      List.of(
          "a",
          "A",
          "ann",
          "Ann",
          "ANN",
          "ben",
          "Straße",
          "STRASSE",
          "straße 1",
          "100%",
          "a_b",
          "a\\b",
          "ab",
          "Ⅳ",
          "IV",
          "İstanbul",
          "istanbul",
          "é",
          "e\u0301",
          "😀 ann",
          "Zoë",
          "ζ",
          "Σίσυφος",
          "line\nbreak",
          " ",
          "",
          "true",
          "W/\"1\"",
          "urn:x",
          "emails.value");

  private static final List<String> TYPES = List.of("work", "Work", "home", "other");
  private static final List<String> MOMENTS =
      List.of(
          "2020-01-01T00:00:00Z",
          "2020-01-01T01:00:00+01:00",
          "2020-01-01T00:00:00.123456Z",
          "2020-01-01T00:00:00.1234567Z",
          "2021-05-05T05:05:05.5Z",
          "1969-12-31T23:59:59.999Z",
          "0001-01-01T00:00:00Z",
          "9999-12-31T23:59:59.999999Z",
          "not a date");
  private static final List<Object> NUMBERS =
      List.of(0, 1, -1, 42L, 1.5, 0.1, new BigDecimal("1.50"), 1e15, 123456789012L);

  private final Random random;

  RandomPeople(Random random) {
    this.random = random;
  }

  UserProfile user(int number, List<String> ids) {
    return new UserProfile(
        plain() + number + (random.nextBoolean() ? "@Acme.test" : "@acme.TEST"),
        maybe() ? Optional.of("00u" + plain() + number) : Optional.empty(),
        Optional.of(random.nextInt(4) > 0),
        attributes(ids));
  }

  private AttributeValues attributes(List<String> ids) {
    Map<String, Object> all = new LinkedHashMap<>();
    put(all, "displayName", word());
    put(all, "title", word());
    put(all, "userType", TYPES.get(random.nextInt(4)));
    put(all, "name", parts("givenName", "familyName", "formatted"));
    put(all, "emails", list());
    put(all, "phoneNumbers", list());
    put(all, "addresses", List.of(parts("street", "locality"), parts("street", "locality")));
    put(all, Trees.ENTERPRISE, enterprise(ids));
    put(all, EXTENSION, badge());
    return new AttributeValues(all);
  }

  private Map<String, Object> enterprise(List<String> ids) {
    Map<String, Object> parts = parts("department", "costCenter");
    boolean known = !ids.isEmpty() && maybe();
    put(parts, "manager", Map.of("value", known ? ids.get(random.nextInt(ids.size())) : word()));
    return parts;
  }

  private Map<String, Object> badge() {
    Map<String, Object> parts = parts("colour");
    put(parts, "level", NUMBERS.get(random.nextInt(NUMBERS.size())));
    put(parts, "since", MOMENTS.get(random.nextInt(MOMENTS.size())));
    put(parts, "void", random.nextBoolean());
    put(parts, "tags", List.of(word(), word()));
    put(parts, "visits", list());
    return parts;
  }

  private Map<String, Object> parts(String... names) {
    Map<String, Object> parts = new LinkedHashMap<>();
    for (String name : names) {
      put(parts, name, word());
    }
    return parts;
  }

  private List<Object> list() {
    List<Object> elements = new ArrayList<>();
    int primary = random.nextInt(4);
    for (int i = 0; i < random.nextInt(4); i++) {
      Map<String, Object> element = parts("display");
      put(element, "value", plain());
      put(element, "type", TYPES.get(random.nextInt(4)));
      if (i == primary) {
        element.put("primary", true);
      }
      put(element, "rooms", List.of(word(), word()));
      elements.add(element);
    }
    return elements;
  }

  GroupDraft group(int number, List<String> members) {
    Map<String, Object> team = parts("motto");
    put(team, "size", NUMBERS.get(random.nextInt(NUMBERS.size())));
    return new GroupDraft(
        "g" + plain() + number,
        maybe() ? Optional.of("x" + plain()) : Optional.empty(),
        // Whoever sends an extension without a value has sent none.
        new AttributeValues(maybe() && !team.isEmpty() ? Map.of(GROUP_EXTENSION, team) : Map.of()),
        members);
  }

  private void put(Map<String, Object> parts, String name, Object value) {
    if (maybe() && !(value instanceof Map<?, ?> map && map.isEmpty())) {
      parts.put(name, value);
    }
  }

  String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /** A word that can be part of a name. */
  private String plain() {
    return word().replaceAll("\\p{Cntrl}", "");
  }

  private boolean maybe() {
    return random.nextInt(3) > 0;
  }
}
