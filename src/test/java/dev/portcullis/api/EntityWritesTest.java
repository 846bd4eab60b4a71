package dev.portcullis.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.HttpCaller;
import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.PortcullisServer;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.TestDatabase;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How entities are written, by an API client, who may do everything. */
@OnBothDatabases
class EntityWritesTest {

  private static final String ENTITIES = "/v1/blueprints/api/entities";

  private final Portal portal;
  private final HttpCaller admin;

  EntityWritesTest(TestDatabase database) {
    portal = new Portal(PortcullisServer.on(database).tenant());
    admin = portal.admin();
    portal.created(
        "/v1/blueprints",
        """
        {"identifier":"api","title":"API",
         "schema":{"properties":{
             "tier":{"type":"string","enum":["gold","silver"],"default":"silver"},
             "docs":{"type":"string","format":"url"},
             "code":{"type":"string","pattern":"^[a-z]+$","maxLength":5},
             "calls":{"type":"number","minimum":0,"maximum":10},
             "tags":{"type":"array","items":{"type":"string"},"maxItems":2},
             "since":{"type":"string","format":"date-time"},
             "more":{"type":"object"}},"required":["calls"]},
         "relations":{"parent":{"target":"api"},"uses":{"target":"api","many":true}}}
        """);
  }

  private Reply stored(String body) {
    return portal.created(ENTITIES, body);
  }

  private Reply one(String identifier) {
    return admin.get(ENTITIES + "/" + identifier);
  }

  private void three() {
    stored("{\"identifier\":\"a\",\"properties\":{\"calls\":1}}");
    stored(
        """
        {"identifier":"b","title":"B","icon":"I","properties":{"calls":2,"code":"x"},
         "relations":{"parent":"a","uses":["a"]}}
        """);
    stored("{\"identifier\":\"c\",\"properties\":{\"calls\":3},\"relations\":{\"parent\":\"b\"}}");
  }

  @Test
  void everythingThatDoesNotFitIsNamedAtOnce() {
    Reply refused =
        admin.post(
            ENTITIES,
            """
            {"identifier":"x","properties":{"tier":"lead","docs":"nowhere","code":"ABCDEFG",
              "calls":11,"tags":["a",7,"c"],"since":"yesterday","more":[]}}
            """);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/error")).isEqualTo("blueprint_schema_mismatch");
    assertThat(refused.at("/message"))
        .contains(
            "`properties.tier`",
            "`properties.docs`",
            "`properties.code` must have at most 5 characters",
            "`properties.code` must match `^[a-z]+$`",
            "`properties.calls` must be at most 10",
            "`properties.tags` must have at most 2 items",
            "`properties.tags[1]`",
            "`properties.since`",
            "`properties.more`");
    assertThat(one("x").status()).isEqualTo(404);
    assertThat(admin.post(ENTITIES, "{\"identifier\":\"x\"}").at("/error"))
        .isEqualTo("missing_property");
  }

  @Test
  void defaultsAreFilledInWhereNothingIsSaid() {
    assertThat(
            stored("{\"identifier\":\"a\",\"properties\":{\"calls\":1}}")
                .at("/entity/properties/tier"))
        .isEqualTo("silver");
    assertThat(
            stored("{\"identifier\":\"b\",\"properties\":{\"calls\":1,\"tier\":null}}")
                .json()
                .at("/entity/properties")
                .has("tier"))
        .isFalse();
    // A change of something else fills nothing in.
    assertThat(
            admin
                .patch(ENTITIES + "/b", "{\"title\":\"B\"}")
                .json()
                .at("/entity/properties")
                .has("tier"))
        .isFalse();
    assertThat(
            admin
                .put(ENTITIES + "/b", "{\"properties\":{\"calls\":1}}")
                .at("/entity/properties/tier"))
        .isEqualTo("silver");
  }

  @Test
  void aPatchChangesWhatItNamesAndNullTakesAway() {
    three();

    Reply changed =
        admin.patch(
            ENTITIES + "/b",
            "{\"title\":null,\"properties\":{\"code\":null,\"calls\":5},\"relations\":{\"parent\":null}}");

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.json().at("/entity/title").isNull()).isTrue();
    assertThat(changed.at("/entity/icon")).isEqualTo("I");
    assertThat(changed.json().at("/entity/properties").toString())
        .isEqualTo("{\"calls\":5,\"tier\":\"silver\"}");
    assertThat(changed.json().at("/entity/relations").toString()).isEqualTo("{\"uses\":[\"a\"]}");
    assertThat(one("b").json().at("/entity")).isEqualTo(changed.json().at("/entity"));
    assertThat(admin.patch(ENTITIES + "/b", "{\"properties\":{\"calls\":null}}").at("/error"))
        .isEqualTo("missing_property");
    assertThat(admin.patch(ENTITIES + "/none", "{}").status()).isEqualTo(404);
    assertThat(admin.patch("/v1/blueprints/none/entities/b", "{}").status()).isEqualTo(404);
  }

  @Test
  void aPutReplacesAndAMergeDoesNot() {
    three();

    assertThat(admin.put(ENTITIES + "/none", "{\"properties\":{\"calls\":1}}").status())
        .isEqualTo(404);
    Reply merged =
        portal.created(
            ENTITIES + "?upsert=True&merge=true&run_id=",
            "{\"identifier\":\"b\",\"properties\":{\"calls\":7}}");
    assertThat(merged.at("/entity/title")).isEqualTo("B");
    assertThat(merged.at("/entity/properties/code")).isEqualTo("x");
    Reply replaced = admin.put(ENTITIES + "/b", "{\"properties\":{\"calls\":8}}");
    assertThat(replaced.json().at("/entity/title").isNull()).isTrue();
    assertThat(replaced.json().at("/entity/relations").toString()).isEqualTo("{}");
    assertThat(replaced.at("/entity/createdAt")).isEqualTo(merged.at("/entity/createdAt"));
  }

  @Test
  void whatWasReadCanBeSentBack() {
    three();
    String read = one("b").json().at("/entity").toString();

    Reply put = admin.put(ENTITIES + "/b", read);

    assertThat(put.status()).as(put.text()).isEqualTo(200);
    assertThat(put.json().at("/entity").toString()).isEqualTo(read);
  }

  @Test
  void validationStoresNothing() {
    Reply fits =
        admin.post(
            ENTITIES + "?validation_only=true",
            "{\"identifier\":\"x\",\"properties\":{\"calls\":1}}");
    Reply fitsNot = admin.post(ENTITIES + "?validation_only=true", "{\"identifier\":\"x\"}");

    assertThat(fits.status()).as(fits.text()).isEqualTo(200);
    assertThat(fits.at("/entity/properties/tier")).isEqualTo("silver");
    assertThat(fitsNot.status()).isEqualTo(422);
    assertThat(one("x").status()).isEqualTo(404);
  }

  @Test
  void relationsLeadToWhatThereIs() {
    String body =
        "{\"identifier\":\"x\",\"properties\":{\"calls\":1},\"relations\":{\"uses\":[\"y\",\"z\",\"y\"],\"parent\":\"x\"}}";

    Reply lost = admin.post(ENTITIES, body);
    assertThat(lost.status()).isEqualTo(404);
    assertThat(lost.at("/details/withValue")).isEqualTo("y");
    assertThat(one("x").status()).isEqualTo(404);
    portal.created(ENTITIES + "?create_missing_related_entities=true", body);
    assertThat(one("z").json().at("/entity/properties").toString()).isEqualTo("{}");
    assertThat(one("x").json().at("/entity/relations/uses").size()).isEqualTo(3);
  }

  @Test
  void whoeverPointsToAnEntityFollowsItsNewIdentifier() {
    three();

    Reply renamed = admin.patch(ENTITIES + "/a", "{\"identifier\":\"a/2\"}");

    assertThat(renamed.status()).as(renamed.text()).isEqualTo(200);
    assertThat(one("a").status()).isEqualTo(404);
    assertThat(one("a%2F2").at("/entity/properties/calls")).isEqualTo("1");
    assertThat(one("b").json().at("/entity/relations").toString())
        .isEqualTo("{\"parent\":\"a/2\",\"uses\":[\"a/2\"]}");
    assertThat(
            admin
                .put(ENTITIES + "/b", "{\"identifier\":\"c\",\"properties\":{\"calls\":1}}")
                .status())
        .isEqualTo(409);
    assertThat(admin.delete(ENTITIES + "/a%2F2").status()).isEqualTo(200);
    assertThat(one("b").json().at("/entity/relations").toString()).isEqualTo("{\"uses\":[]}");
  }

  @Test
  void whatMustBePointedToIsNotDeletedAlone() {
    three();
    admin.patch(
        "/v1/blueprints/api",
        "{\"relations\":{\"parent\":{\"target\":\"api\",\"required\":true}}}");

    Reply refused = admin.delete(ENTITIES + "/a");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/error")).isEqualTo("has_dependents");
    assertThat(refused.at("/message")).contains("has dependant entities", "has_dependents");
    Reply bulk =
        admin.post("/v1/blueprints/api/bulk/entities/delete", "{\"entities\":[\"c\",\"a\"]}");
    assertThat(bulk.at("/error")).isEqualTo("has_dependents");
    assertThat(one("c").status()).isEqualTo(200);
    Reply all =
        admin.post(
            "/v1/blueprints/api/bulk/entities/delete?delete_dependents=true",
            "{\"entities\":[\"a\"]}");
    assertThat(all.json().at("/deletedEntities").toString()).isEqualTo("[\"a\",\"b\",\"c\"]");
    assertThat(admin.get(ENTITIES).json().at("/entities").size()).isZero();
  }

  @Test
  void severalAreDeletedTogetherOrNotAtAll() {
    three();
    String path = "/v1/blueprints/api/bulk/entities/delete";

    assertThat(admin.post(path, "{\"entities\":[\"c\",\"none\"]}").status()).isEqualTo(404);
    assertThat(admin.post(path, "{\"entities\":[]}").status()).isEqualTo(422);
    assertThat(admin.post(path, "{\"entities\":[null]}").status()).isEqualTo(422);
    assertThat(admin.post(path, named(101)).status()).isEqualTo(422);
    assertThat(admin.get(ENTITIES).json().at("/entities").size()).isEqualTo(3);
    // Those that point to each other go together.
    Reply gone = admin.post(path, "{\"entities\":[\"c\",\"a\",\"b\"]}");
    assertThat(gone.status()).as(gone.text()).isEqualTo(200);
    assertThat(admin.get(ENTITIES).json().at("/entities").size()).isZero();
  }

  private static String named(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"e" + i + "\"")
        .collect(Collectors.joining(",", "{\"entities\":[", "]}"));
  }

  @Test
  void whatIsWrongWithOneKeepsNoneOfTheOthers() {
    Reply reply =
        admin.post(
            ENTITIES + "/bulk?upsert=true",
            """
            {"entities":[
              {"identifier":"a","properties":{"calls":1},"relations":{"parent":"b"}},
              {"identifier":"b","properties":{"calls":1}},
              {"identifier":"c"},
              {"identifier":"d","title":7},
              {"title":"unnamed","properties":{"calls":1}},
              {"identifier":"e","properties":{"calls":1},"relations":{"parent":"nowhere"}},
              {"identifier":"f g","properties":{"calls":1}}]}
            """);

    assertThat(reply.status()).as(reply.text()).isEqualTo(207);
    assertThat(reply.json().at("/entities").valueStream())
        .extracting(entity -> entity.at("/index").asInt())
        .containsExactlyInAnyOrder(0, 1, 4);
    assertThat(reply.json().at("/errors").valueStream())
        .extracting(error ->
            error.at("/index").asInt()
                + " "
                + error.at("/statusCode").asInt()
                + " "
                + error.at("/identifier").asString(""))
        .containsExactly("2 422 c", "3 422 d", "5 404 e", "6 422 f g");
    assertThat(one("a").at("/entity/relations/parent")).isEqualTo("b");
    Reply again = admin.post(ENTITIES + "/bulk", "{\"entities\":[{\"identifier\":\"a\"}]}");
    assertThat(again.at("/errors/0/statusCode")).isEqualTo("409");
    assertThat(admin.post(ENTITIES + "/bulk", named(21)).status()).isEqualTo(422);
    assertThat(admin.post(ENTITIES + "/bulk", "{}").status()).isEqualTo(422);
    assertThat(admin.post("/v1/blueprints/none/entities/bulk", named(1)).status()).isEqualTo(404);
  }

  @Test
  void anAdminsToolsSendSwitchesInManyWays() {
    stored("{\"identifier\":\"a\",\"properties\":{\"calls\":1}}");
    String body = "{\"identifier\":\"a\",\"properties\":{\"calls\":1}}";

    assertThat(admin.post(ENTITIES + "?upsert=TRUE&upsert=true", body).status()).isEqualTo(201);
    assertThat(admin.post(ENTITIES + "?upsert=true?upsert=true", body).status()).isEqualTo(201);
    assertThat(admin.post(ENTITIES + "?upsert=perhaps", body).status()).isEqualTo(409);
    assertThat(admin.post(ENTITIES + "?upsert=", body).status()).isEqualTo(409);
  }
}
