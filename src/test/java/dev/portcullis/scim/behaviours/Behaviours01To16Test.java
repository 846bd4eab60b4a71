package dev.portcullis.scim.behaviours;

import static dev.portcullis.testing.ScimReplies.assertList;
import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Behaviours 1 to 16: what identity providers really send. */
@OnBothDatabases
class Behaviours01To16Test {

  private final Dialects dialects;

  Behaviours01To16Test(TestDatabase database) {
    this.dialects = new Dialects(database);
  }

  private static Reply probe(ScimClient scim, String userName) {
    return scim.query(
        "/Users", "filter", "userName eq \"" + userName + "\"", "startIndex", "1", "count", "100");
  }

  private static String made(ScimClient scim) {
    Reply made = scim.post("/Users", Dialects.babs());
    assertResource(made, 201);
    return made.at("/id");
  }

  @InBothDialects
  void n01TheProbeAnswersAListOfNobodyOrOne(String dialect) {
    ScimClient scim = dialects.client(dialect);
    assertThat(assertList(probe(scim, "babs@example.com"))).isEmpty();
    String id = made(scim);
    assertThat(ScimClient.each(probe(scim, "babs@example.com"), "/id")).containsExactly(id);
  }

  @InBothDialects
  void n02UserNamesAreComparedWithoutRegardToCase(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String id = made(scim);
    assertThat(ScimClient.each(probe(scim, "BABS@Example.com"), "/id")).containsExactly(id);
    String same = ScimClient.userBody("BABS@Example.com", "");
    assertRefused(scim.post("/Users", same), 409, "uniqueness");
  }

  @InBothDialects
  void n03APasswordIsTakenAndNeverSeenAgain(String dialect) {
    ScimClient scim = dialects.client(dialect);
    Reply made = scim.post("/Users", Dialects.babs());
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text()).doesNotContain("password").doesNotContain("1mz050nq");
  }

  @InBothDialects
  void n04ADuplicateIsAConflict(String dialect) {
    ScimClient scim = dialects.client(dialect);
    made(scim);
    assertRefused(scim.post("/Users", Dialects.babs()), 409, "uniqueness");
  }

  @InBothDialects
  void n05EveryJsonContentTypeIsTaken(String dialect) {
    for (String type : List.of("application/json", "application/scim+json; charset=utf-8")) {
      ScimClient scim = dialects.client(dialect).with("Content-Type", type);
      assertResource(scim.post("/Users", Dialects.babs()), 201);
    }
  }

  @InBothDialects
  void n06ACreatedUserIsShownWhole(String dialect) {
    Reply made = dialects.client(dialect).post("/Users", Dialects.babs());
    assertThat(made.at("/userName")).isEqualTo("babs@example.com");
    assertThat(made.json().at("/emails").size()).isEqualTo(2);
  }

  @InBothDialects
  void n07APatchWithoutPathDeactivates(String dialect) {
    ScimClient scim = dialects.client(dialect);
    Reply patched =
        scim.patch("/Users/" + made(scim), "{\"op\":\"replace\",\"value\":{\"active\":false}}");
    assertThat(assertResource(patched, 200).at("/active").booleanValue()).isFalse();
  }

  @InBothDialects
  void n08WhatWasReadCanBePutBack(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String id = made(scim);
    scim.group("Guides", id);
    Reply read = scim.get("/Users/" + id);
    ObjectNode body = (ObjectNode) read.json();
    body.put("unknownToUs", "x");
    assertThat(scim.put("/Users/" + id, body.toString()).json()).isEqualTo(read.json());
  }

  @InBothDialects
  void n09ADeactivatedUserStaysAndComesBack(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String id = made(scim);
    String change = "{\"op\":\"replace\",\"path\":\"active\",\"value\":%s}";
    scim.patch("/Users/" + id, change.formatted("false"));
    assertThat(scim.get("/Users/" + id).json().at("/active").booleanValue()).isFalse();
    Reply again = scim.patch("/Users/" + id, change.formatted("true"));
    assertThat(again.json().at("/active").booleanValue()).isTrue();
  }

  @InBothDialects
  void n10ARenameMayCarryTheId(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String group = scim.group("Guides");
    Reply patched =
        scim.patch(
            "/Groups/" + group,
            "{\"op\":\"replace\",\"value\":{\"id\":\"%s\",\"displayName\":\"Tour Guides\"}}"
                .formatted(group));
    assertThat(patched.status()).isBetween(200, 204);
    assertThat(scim.get("/Groups/" + group).at("/displayName")).isEqualTo("Tour Guides");
  }

  @InBothDialects
  void n11MembersGoAndComeInOnePatch(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String leaver = scim.user("leaver");
    String joiner = scim.user("joiner");
    String group = scim.group("Guides", leaver);
    scim.patch(
        "/Groups/" + group,
        "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + leaver + "\\\"]\"}",
        "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"" + joiner + "\"}]}");
    assertThat(scim.members(group)).containsExactly(joiner);
  }

  @InBothDialects
  void n12AFullPushReplacesTheMembers(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String one = scim.user("one");
    String two = scim.user("two");
    String group = scim.group("Guides", one);
    scim.patch(
        "/Groups/" + group,
        "{\"op\":\"replace\",\"path\":\"members\",\"value\":[{\"value\":\"" + two + "\"}]}");
    assertThat(scim.members(group)).containsExactly(two);
    String put =
        "{\"schemas\":[\"%s\"],\"displayName\":\"Guides\",\"members\":[{\"value\":\"%s\"}]}";
    assertResource(scim.put("/Groups/" + group, put.formatted(ScimClient.GROUP, one)), 200);
    assertThat(scim.members(group)).containsExactly(one);
  }

  @InBothDialects
  void n13AGroupPatchAnswersAsItsDialectSaysAndADeleteNothing(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String group = scim.group("Guides");
    String rename = "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Tour Guides\"}";
    Reply patched = scim.patch("/Groups/" + group, rename);
    assertThat(patched.status()).isEqualTo(dialect.equals(Dialects.OKTA) ? 204 : 200);
    assertThat(scim.delete("/Groups/" + group).status()).isEqualTo(204);
    assertRefused(scim.delete("/Groups/" + group), 404, "");
  }

  @InBothDialects
  void n14AGroupIsFoundByItsName(String dialect) {
    ScimClient scim = dialects.client(dialect);
    String group = scim.group("Tour Guides");
    Reply found = scim.query("/Groups", "filter", "displayName eq \"Tour Guides\"");
    assertThat(ScimClient.each(found, "/id")).containsExactly(group);
  }

  @InBothDialects
  void n15PagesAreStableAndTheirNumbersAreNumbers(String dialect) {
    ScimClient scim = dialects.client(dialect);
    made(scim);
    List<String> others = List.of(scim.user("a"), scim.user("b"), scim.user("c"));
    Reply first = scim.query("/Users", "startIndex", "1", "count", "2");
    assertList(first);
    assertThat(first.json().at("/startIndex").isIntegralNumber()).isTrue();
    assertThat(first.at("/Resources/0/emails/0/value")).isEqualTo("babs@example.com");
    Reply second = scim.query("/Users", "startIndex", "3", "count", "2");
    assertThat(ScimClient.each(second, "/id")).isEqualTo(others.subList(1, 3));
  }

  @InBothDialects
  void n16RefusalsHaveScimsShape(String dialect) {
    ScimClient scim = dialects.client(dialect);
    assertRefused(scim.with("Authorization", "Bearer wrong").get("/Users"), 401, "");
    assertRefused(scim.get("/Users/0198aaaa-0000-7000-8000-000000000001"), 404, "");
  }
}
