package dev.portcullis.scim.rfc;

import static dev.portcullis.testing.ScimReplies.assertRefused;

import dev.portcullis.testing.OnBothDatabases;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** RFC 7644 §3.11: {@code /Me} means nobody to a client that is no person. */
@OnBothDatabases
class MeTest {

  private final ScimClient scim;

  MeTest(TestDatabase database) {
    this.scim = Example.client(database);
  }

  @Test
  void everyMethodIsAnsweredThatItIsNotServed() {
    assertRefused(scim.get("/Me"), 501, "");
    assertRefused(scim.post("/Me", Example.barbara()), 501, "");
    assertRefused(scim.put("/Me", Example.barbara()), 501, "");
    assertRefused(scim.patch("/Me", "{\"op\":\"remove\",\"path\":\"title\"}"), 501, "");
    assertRefused(scim.delete("/Me"), 501, "");
  }
}
