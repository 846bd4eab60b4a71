package dev.portcullis.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.scim.Json;
import dev.portcullis.scim.message.BulkOperation;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BulkReferencesTest {

  private static final String ENTERPRISE =
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private static Set<String> in(String path, String data) {
    return BulkReferences.in(
        new BulkOperation(
            1,
            BulkOperation.Method.PATCH,
            Optional.empty(),
            path,
            Json.read(data),
            Optional.empty()));
  }

  private static String resolved(String data, Map<String, String> ids) {
    return BulkReferences.resolved(Json.read(data), ids).orElseThrow().toString();
  }

  @Test
  void referencesAreFoundWhereverTheyStand() {
    assertThat(in("/Groups/bulkId:g", "{\"members\":[{\"value\":\"bulkId:a\"}]}"))
        .containsExactly("g", "a");
    assertThat(in("/Users", "{\"" + ENTERPRISE + "\":{\"manager\":{\"value\":\"bulkId:boss\"}}}"))
        .containsExactly("boss");
    assertThat(in("/Users", "{\"manager\":{\"$ref\":\"../Users/bulkId:boss\"}}"))
        .containsExactly("boss");
    assertThat(in("/Users", "{\"Operations\":[{\"path\":\"members[value eq \\\"bulkId:x\\\"]\"}]}"))
        .containsExactly("x");
    assertThat(in("/Users", "{\"value\":\"BULKID:x y\"}")).containsExactly("x y");
  }

  @Test
  void whatOnlyLooksAlikeIsNone() {
    assertThat(in("/Users/1", "{\"title\":\"see bulkId:x\",\"bulkId:k\":\"v\"}")).isEmpty();
    assertThat(in("/Users/1", "{\"profileUrl\":\"https://a.example/bulkId:x\",\"n\":5}")).isEmpty();
  }

  @Test
  void aReferenceToNothingIsOneToo() {
    assertThat(in("/Users/1", "{\"b\":\"bulkId:\"}")).containsExactly("");
  }

  @Test
  void idsTakeThePlaceOfReferences() {
    assertThat(BulkReferences.resolved("/Users/bulkId:x", Map.of("x", "1"))).isEqualTo("/Users/1");
    assertThat(
            resolved(
                "{\"members\":[{\"value\":\"bulkId:x\",\"$ref\":\"/Users/bulkId:x\"}],\"path\":\"m[value eq \\\"bulkId:x\\\"]\"}",
                Map.of("x", "$1")))
        .isEqualTo(
            "{\"members\":[{\"value\":\"$1\",\"$ref\":\"/Users/$1\"}],\"path\":\"m[value eq \\\"$1\\\"]\"}");
  }

  @Test
  void whatRefersToNothingYetIsLeftOutAsAWhole() {
    Map<String, String> ids = Map.of("a", "1");
    assertThat(resolved("{\"members\":[{\"value\":\"bulkId:b\"},{\"value\":\"bulkId:a\"}]}", ids))
        .isEqualTo("{\"members\":[{\"value\":\"1\"}]}");
    assertThat(
            resolved(
                "{\"userName\":\"u\",\"%s\":{\"department\":\"d\",\"manager\":{\"displayName\":\"x\",\"value\":\"bulkId:b\"}}}"
                    .formatted(ENTERPRISE),
                ids))
        .isEqualTo("{\"userName\":\"u\",\"%s\":{\"department\":\"d\"}}".formatted(ENTERPRISE));
  }
}
