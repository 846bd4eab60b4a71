package dev.portcullis.api;

import dev.portcullis.access.AccessQuestion;
import dev.portcullis.access.AccessSearches;
import dev.portcullis.access.ClaimedResource;
import dev.portcullis.access.SearchPage;
import dev.portcullis.access.SearchPlace;
import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Prints how long searches over ten thousand people take; not run with the tests, for its name is
 * none of theirs.
 */
class SearchBenchmark {

  private static final int PEOPLE = 10_000;
  private static final int TEAMS = 200;
  private static final int ROUNDS = 5;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void searchesOverEverybody(TestDatabase database) {
    PortcullisServer server = PortcullisServer.on(database);
    Tenant tenant = server.tenant();
    fill(tenant);
    AccessSearches searches = server.bean(AccessSearches.class);
    UUID organization = UUID.fromString(tenant.id());
    for (String action : List.of("read", "update")) {
      for (int round = 0; round < ROUNDS; round++) {
        long startedAt = System.nanoTime();
        int found = everybody(searches, organization, question(action));
        System.out.printf(
            "%s: search/subject %s over %d people found %d in %d ms%n",
            database,
            action,
            PEOPLE,
            found,
            Duration.ofNanos(System.nanoTime() - startedAt).toMillis());
      }
    }
  }

  private static int everybody(
      AccessSearches searches, UUID organization, AccessQuestion question) {
    int found = 0;
    Optional<String> next = Optional.empty();
    do {
      SearchPage page =
          searches.subjects(organization, question, new SearchPlace(next, SearchPlace.MAX_LIMIT));
      found += page.found().size();
      next = page.next();
    } while (next.isPresent());
    return found;
  }

  private static AccessQuestion question(String action) {
    return new AccessQuestion(
        "user",
        "any",
        Map.of(),
        action,
        Map.of(),
        "service",
        "checkout",
        new ClaimedResource(List.of(), Map.of()),
        false);
  }

  /** Over SCIM, as Okta would. */
  private static void fill(Tenant tenant) {
    HttpCaller okta = tenant.connection("okta").scim();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      ids.add(
          okta.post(
                  "/scim/v2/Users",
                  """
                  {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"p%1$d",
                   "externalId":"00u%1$d","emails":[{"value":"p%1$d@acme.example","primary":true}]}
                  """
                      .formatted(i))
              .at("/id"));
    }
    for (int team = 0; team < TEAMS; team++) {
      int offset = team;
      String members =
          IntStream.range(0, PEOPLE)
              .filter(i -> i % TEAMS == offset || (i / 7) % TEAMS == offset)
              .mapToObj(i -> "{\"value\":\"%s\"}".formatted(ids.get(i)))
              .collect(Collectors.joining(",", "[", "]"));
      okta.post(
          "/scim/v2/Groups",
          """
          {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"team-%d",
           "members":%s}
          """
              .formatted(team, members));
    }
    HttpCaller admin = tenant.admin();
    admin.post(
        "/v1/blueprints",
        """
        {"identifier":"service","title":"Service","schema":{"properties":{},"required":[]},
         "relations":{},"ownership":{"type":"Direct"}}
        """);
    admin.post(
        "/v1/blueprints/service/entities", "{\"identifier\":\"checkout\",\"team\":[\"team-3\"]}");
    admin.patch(
        "/v1/blueprints/service/permissions", "{\"entities\":{\"update\":{\"ownedByTeam\":true}}}");
  }
}
