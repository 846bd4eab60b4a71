package dev.portcullis.scim.refusals;

import dev.portcullis.testing.ScimClient;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/** Orders, pages, cursors and search messages that cannot be. */
final class BadQueries {

  private static final long SEED = 9865;

  private BadQueries() {}

  static List<BadRequest> all(World world) {
    List<BadRequest> all = new ArrayList<>();
    for (String path : List.of("/Users", "/Groups", "/")) {
      all.addAll(parameters(path));
      all.addAll(cursors(world, path));
      all.addAll(messages(path.equals("/") ? "/.search" : path + "/.search"));
    }
    return all;
  }

  private static List<BadRequest> parameters(String path) {
    List<BadRequest> all = new ArrayList<>();
    for (String query :
        List.of(
            "count=ten",
            "count=1.5",
            "count=1e3",
            "count=0x10",
            "count=--1",
            "count=1,2",
            "startIndex=one",
            "startIndex=1.5",
            "startIndex=1;2",
            "startIndex=%22a%22",
            "sortBy=colour",
            "sortBy=meta.colour",
            "sortBy=id.x",
            "sortBy=id%20desc",
            "sortBy=id%5Bx%20pr%5D",
            "sortBy=urn:x:y",
            "sortBy=id&sortOrder=up",
            "sortBy=id&sortOrder=desc",
            "sortBy=id&sortOrder=1")) {
      all.add(BadRequest.of("query", "GET", path + "?" + query).expecting(400));
    }
    return all;
  }

  private static List<BadRequest> cursors(World world, String path) {
    List<BadRequest> all = new ArrayList<>();
    Random random = new Random(SEED);
    List<String> cursors =
        new ArrayList<>(
            List.of("x", "1", "null", "AAAA", "%20", "====", world.user(), "a".repeat(3_000)));
    for (int i = 0; i < 12; i++) {
      byte[] bytes = new byte[random.nextInt(1, 60)];
      random.nextBytes(bytes);
      cursors.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    for (String cursor : cursors) {
      all.add(BadRequest.of("cursor", "GET", path + "?cursor=" + cursor).expecting(400));
    }
    all.add(
        BadRequest.of("cursor and index", "GET", path + "?cursor=&startIndex=1").expecting(400));
    all.add(BadRequest.of("cursor and count", "GET", path + "?cursor=&count=ten").expecting(400));
    all.addAll(borrowed(world, path));
    return all;
  }

  /** A cursor that the server gave, for another question than this one. */
  private static List<BadRequest> borrowed(World world, String path) {
    String cursor =
        world
            .scim()
            .query("/Users", "cursor", "", "count", "1", "filter", "userName pr")
            .at("/nextCursor");
    if (cursor.isEmpty()) {
      throw new AssertionError("no cursor to borrow");
    }
    return List.of(
        BadRequest.of("cursor of another filter", "GET", path + "?cursor=" + cursor).expecting(400),
        BadRequest.of("mangled cursor", "GET", path + "?filter=userName%20pr&cursor=x" + cursor)
            .expecting(400),
        BadRequest.of(
                "cursor of another order",
                "GET",
                path + "?filter=userName%20pr&sortBy=id&cursor=" + cursor)
            .expecting(400));
  }

  private static List<BadRequest> messages(String path) {
    List<BadRequest> all = new ArrayList<>();
    for (String member :
        List.of(
            "\"filter\":5",
            "\"filter\":[]",
            "\"filter\":{}",
            "\"filter\":\"\"",
            "\"filter\":true",
            "\"count\":\"10\"",
            "\"count\":1.5",
            "\"count\":true",
            "\"count\":[1]",
            "\"count\":{}",
            "\"startIndex\":\"1\"",
            "\"startIndex\":1.5",
            "\"startIndex\":{}",
            "\"sortBy\":5",
            "\"sortBy\":[\"id\"]",
            "\"sortBy\":\"colour\"",
            "\"sortBy\":\"id\",\"sortOrder\":5",
            "\"sortBy\":\"id\",\"sortOrder\":\"up\"",
            "\"attributes\":\"id\"",
            "\"attributes\":5",
            "\"attributes\":[5]",
            "\"attributes\":{}",
            "\"excludedAttributes\":\"id\"",
            "\"excludedAttributes\":[{}]",
            "\"cursor\":5",
            "\"cursor\":\"x\"",
            "\"cursor\":[]",
            "\"cursor\":\"\",\"startIndex\":1")) {
      String body = "{\"schemas\":[\"" + ScimClient.SEARCH + "\"]," + member + "}";
      all.add(BadRequest.of("search message", "POST", path, body).expecting(400));
    }
    return all;
  }
}
