package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.access.AccessDecisions;
import dev.portcullis.access.AccessQuestion;
import dev.portcullis.access.AccessSearches;
import dev.portcullis.access.BatchItem;
import dev.portcullis.access.BatchSemantics;
import dev.portcullis.access.ClaimedResource;
import dev.portcullis.access.SearchPage;
import dev.portcullis.access.SearchPlace;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Tenant;
import dev.portcullis.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In worlds made at random, single questions, batches and searches all say the same. */
@OnBothDatabases
class AgreementPropertyTest {

  private static final List<String> ACTIONS =
      List.of(
          "read",
          "create",
          "register",
          "update",
          "delete",
          "updateProperties.tier",
          "updateRelations.up",
          "fly");
  private static final List<String> STORED = List.of("e0", "e1", "e2", "e3", "e4", "e5");

  private final PortcullisServer server;
  private final AccessDecisions decisions;
  private final AccessSearches searches;

  AgreementPropertyTest(TestDatabase database) {
    server = PortcullisServer.on(database);
    decisions = server.bean(AccessDecisions.class);
    searches = server.bean(AccessSearches.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aloneTogetherAndSearchedForTheAnswerIsTheSame(long seed) {
    Tenant tenant = server.tenant();
    new RandomWorld(tenant, seed);
    UUID organization = UUID.fromString(tenant.id());
    List<AccessQuestion> questions = questions(seed);

    Map<AccessQuestion, Boolean> alone = new HashMap<>();
    questions.forEach(
        question -> alone.put(question, decisions.decide(organization, question).allowed()));

    assertThat(alone.values()).as("a world that tells something").contains(true, false);
    assertThat(together(organization, questions)).isEqualTo(alone);
    Map<Object, Set<String>> searched = new HashMap<>();
    for (AccessQuestion question : questions) {
      assertThat(isFound(organization, question, searched))
          .as("%s", question)
          .isEqualTo(alone.get(question));
    }
  }

  private static List<AccessQuestion> questions(long seed) {
    List<String> subjects = new ArrayList<>(RandomWorld.PEOPLE);
    subjects.add("nobody");
    List<AccessQuestion> questions = new ArrayList<>();
    for (String subject : subjects) {
      for (String action : ACTIONS) {
        for (String type : List.of("thing", "part", "nothing")) {
          for (String resource : List.of("e0", "e2", "e4", "new")) {
            questions.add(question(subject, action, type, resource, isOdd(type, seed)));
          }
        }
      }
    }
    return questions;
  }

  private static boolean isOdd(String type, long seed) {
    return (type.length() + seed) % 2 == 1;
  }

  private static AccessQuestion question(
      String subject, String action, String type, String resource, boolean claims) {
    return new AccessQuestion(
        "user",
        subject,
        claims ? Map.of("level", "high", "port_role", "Admin") : Map.of(),
        action,
        claims ? Map.of("soft", true) : Map.of(),
        type,
        resource,
        new ClaimedResource(
            claims ? List.of("t1") : List.of(),
            claims ? Map.of("tier", "gold", "up", "e1") : Map.of()),
        false);
  }

  private Map<AccessQuestion, Boolean> together(UUID organization, List<AccessQuestion> questions) {
    List<BatchItem> items = questions.stream().<BatchItem>map(BatchItem.Asked::new).toList();
    var answers = decisions.decideAll(organization, items, BatchSemantics.EXECUTE_ALL);
    Map<AccessQuestion, Boolean> together = new HashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      together.put(questions.get(i), answers.get(i).allowed());
    }
    return together;
  }

  /** By all searches that could find it, which agree among themselves. */
  private boolean isFound(
      UUID organization, AccessQuestion question, Map<Object, Set<String>> searched) {
    String type = question.resourceType();
    Set<Boolean> found = new HashSet<>();
    found.add(
        searched
            .computeIfAbsent(
                List.of("subject", question.action(), type, question.resourceId()),
                _ -> all(place -> searches.subjects(organization, question, place)))
            .contains(question.subjectId()));
    found.add(
        searched
            .computeIfAbsent(
                List.of("action", question.subjectId(), type, question.resourceId()),
                _ -> all(place -> searches.actions(organization, question, place)))
            .contains(question.action()));
    if (STORED.contains(question.resourceId())) {
      found.add(
          searched
              .computeIfAbsent(
                  List.of("resource", question.subjectId(), question.action(), type),
                  _ -> all(place -> searches.resources(organization, question, place)))
              .contains(question.resourceId()));
    }
    assertThat(found).as("%s", question).hasSize(1);
    return found.iterator().next();
  }

  private static Set<String> all(Function<SearchPlace, SearchPage> search) {
    Set<String> found = new HashSet<>();
    Optional<String> next = Optional.empty();
    do {
      SearchPage page = search.apply(new SearchPlace(next, 2));
      page.found().forEach(each -> assertThat(found.add(each)).isTrue());
      next = page.next();
    } while (next.isPresent());
    return found;
  }
}
