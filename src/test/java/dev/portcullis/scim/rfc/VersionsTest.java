package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertRefused;
import static dev.portcullis.testing.ScimReplies.assertResource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.Reply;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 7644 §3.14: versions of resources. */
@OnBothDatabases
class VersionsTest {

  private static final String RENAME = "{\"op\":\"add\",\"path\":\"title\",\"value\":\"%s\"}";

  private final ScimClient scim;

  VersionsTest(TestDatabase database) {
    this.scim = Example.client(database);
  }

  private String made(String type) {
    return type + "/" + (type.equals("/Users") ? scim.user("bjensen") : scim.group("Guides"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Users", "/Groups"})
  void whatIsKnownAlreadyIsNotSentAgain(String type) {
    String address = made(type);
    Reply read = scim.get(address);
    assertResource(read, 200);
    for (String known :
        new String[] {read.header("ETag"), "W/\"x\", " + read.header("ETag"), "*"}) {
      Reply again = scim.with("If-None-Match", known).get(address);
      assertThat(again.status()).as(known).isEqualTo(304);
      assertThat(again.text()).isEmpty();
      assertThat(again.header("ETag")).isEqualTo(read.header("ETag"));
    }
    assertResource(scim.with("If-None-Match", "W/\"other\"").get(address), 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/Users", "/Groups"})
  void aChangeOfWhatHasChangedMeanwhileFails(String type) {
    String address = made(type);
    Reply first = scim.get(address);
    String change =
        type.equals("/Users")
            ? RENAME.formatted("Guide")
            : "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Boss\"}";
    Reply patched = scim.with("If-Match", first.header("ETag")).patch(address, change);
    assertResource(patched, 200);
    assertThat(patched.header("ETag")).isNotEqualTo(first.header("ETag"));
    ScimClient stale = scim.with("If-Match", first.header("ETag"));
    assertRefused(stale.patch(address, change), 412, "");
    assertRefused(stale.put(address, first.text()), 412, "");
    assertRefused(stale.delete(address), 412, "");
    assertThat(scim.get(address).json()).isEqualTo(patched.json());
    assertResource(scim.with("If-Match", "*").put(address, first.text()), 200);
    assertThat(scim.with("If-Match", "*").delete(address).status()).isEqualTo(204);
    assertRefused(scim.with("If-Match", "*").delete(address), 404, "");
  }

  @Test
  void everyChangeMakesANewVersionAndNothingElseDoes() {
    String address = made("/Users");
    String first = scim.get(address).header("ETag");
    String second = scim.patch(address, RENAME.formatted("a")).header("ETag");
    assertThat(second).isNotEqualTo(first);
    Reply again = scim.patch(address, RENAME.formatted("a"));
    assertThat(again.header("ETag")).isEqualTo(second);
    String third = scim.put(address, again.text().replace("\"a\"", "\"b\"")).header("ETag");
    assertThat(third).isNotEqualTo(second);
    assertThat(scim.get(address).header("ETag")).isEqualTo(third);
  }
}
