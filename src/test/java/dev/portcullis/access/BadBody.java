package dev.portcullis.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body with something wrong about it.
 *
 * @param fields names that the refusal may speak of; none if the whole body is what is wrong
 * @param what was done to it, for whoever reads the failure
 */
record BadBody(byte[] bytes, Set<String> fields, String what) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** What is put in the place of a value. */
  private static final List<String> WRONG =
      List.of(
          "null",
          "true",
          "12",
          "-1",
          "1.5",
          "123456789012345678901234567890",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"x\\u0007y\"",
          "\"\\ud800\"",
          "\"no such thing\"",
          "\"" + "l".repeat(5_000) + "\"",
          "[]",
          "[null]",
          "[[]]",
          "[1,\"x\"]",
          "{}",
          "{\"surplus\":1}",
          "{\"\":null}");

  private static final List<String> WHOLE =
      List.of(
          "",
          " ",
          "null",
          "true",
          "12",
          "\"text\"",
          "[]",
          "[{}]",
          "{",
          "{]",
          "{\"a\":}",
          "{\"a\":1,}",
          "{'a':1}",
          "{\"a\":1}{\"a\":2}",
          "{\"a\":NaN}",
          "{\"a\":1,\"a\":2}",
          "\uFEFF{}",
          "{\"a\":".repeat(100) + "1" + "}".repeat(100),
          "[".repeat(20_000));

  static BadBody whole(String text) {
    return new BadBody(
        text.getBytes(StandardCharsets.UTF_8),
        Set.of(),
        text.length() > 80 ? text.substring(0, 80) : text);
  }

  /** Everything that is wrong as a whole, cut off or not UTF-8. */
  static Stream<BadBody> wholes(String good) {
    List<BadBody> bodies = new ArrayList<>();
    WHOLE.forEach(text -> bodies.add(whole(text)));
    for (int cut = 1; cut < good.strip().length() - 1; cut += 17) {
      bodies.add(whole(good.strip().substring(0, cut)));
    }
    bodies.add(new BadBody(good.getBytes(StandardCharsets.UTF_16), Set.of(), "UTF-16"));
    bodies.add(
        new BadBody(
            good.replace("\":\"", "\":\"\u00ff").getBytes(StandardCharsets.ISO_8859_1),
            Set.of(),
            "not UTF-8"));
    return bodies.stream();
  }

  /** Every single thing that can be wrong at every single place. */
  static Stream<BadBody> singles(String good) {
    List<BadBody> bodies = new ArrayList<>();
    for (Place place : places(JSON.readTree(good))) {
      for (String wrong : WRONG) {
        bodies.add(of(good, List.of(place), List.of(wrong)));
      }
      bodies.add(of(good, List.of(place), List.of("gone")));
      bodies.add(of(good, List.of(place), List.of("surplus")));
    }
    return bodies.stream();
  }

  /** Several things wrong at once, without end. */
  static Stream<BadBody> several(String good, Random random) {
    List<Place> places = places(JSON.readTree(good));
    return Stream.generate(() -> {
      List<Place> some = new ArrayList<>();
      List<String> wrongs = new ArrayList<>();
      for (int i = 0; i < 2 + random.nextInt(3); i++) {
        some.add(places.get(random.nextInt(places.size())));
        wrongs.add(WRONG.get(random.nextInt(WRONG.size())));
      }
      return of(good, some, wrongs);
    });
  }

  private record Place(List<Object> path) {

    Set<String> names() {
      Set<String> names = new LinkedHashSet<>();
      path.forEach(step -> names.add(step.toString()));
      return names;
    }
  }

  private static List<Place> places(JsonNode root) {
    List<Place> places = new ArrayList<>();
    collect(root, List.of(), places);
    return places;
  }

  private static void collect(JsonNode node, List<Object> path, List<Place> into) {
    if (!path.isEmpty()) {
      into.add(new Place(path));
    }
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        collect(member.getValue(), plus(path, member.getKey()), into);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        collect(array.get(i), plus(path, i), into);
      }
    }
  }

  private static List<Object> plus(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static BadBody of(String good, List<Place> places, List<String> wrongs) {
    JsonNode root = JSON.readTree(good);
    Set<String> fields = new LinkedHashSet<>();
    StringBuilder what = new StringBuilder();
    for (int i = 0; i < places.size(); i++) {
      put(root, places.get(i).path(), wrongs.get(i));
      fields.addAll(places.get(i).names());
      what.append(places.get(i).path()).append(" = ");
      what.append(wrongs.get(i).length() > 60 ? "a long text" : wrongs.get(i)).append("; ");
    }
    fields.add("surplus");
    return new BadBody(
        JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8), fields, what.toString());
  }

  private static void put(JsonNode root, List<Object> path, String wrong) {
    JsonNode parent = root;
    for (Object step : path.subList(0, path.size() - 1)) {
      parent = step instanceof Integer i ? parent.path(i) : parent.path(step.toString());
    }
    if (parent instanceof ObjectNode object) {
      putInto(object, path.getLast().toString(), wrong);
    } else if (parent instanceof ArrayNode array
        && path.getLast() instanceof Integer i
        && i < array.size()) {
      if (wrong.equals("gone")) {
        array.remove(i);
      } else {
        array.set(i, JSON.readTree(wrong.equals("surplus") ? "{\"surplus\":1}" : wrong));
      }
    }
  }

  private static void putInto(ObjectNode object, String name, String wrong) {
    if (wrong.equals("gone")) {
      object.remove(name);
    } else if (wrong.equals("surplus")) {
      object.put("surplus", 1);
    } else {
      object.set(name, JSON.readTree(wrong));
    }
  }
}
