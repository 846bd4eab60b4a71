package dev.portcullis.scim.rfc;

import dev.portcullis.scim.ScimTenants;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;

/** Where the RFC's examples are played: a connection that speaks the {@code rfc} dialect. */
final class Example {

  /** An id that no resource has. */
  static final String NOBODY = "2819c223-7f76-453a-919d-413861904646";

  private Example() {}

  /** A client of a connection of its own. */
  static ScimClient client(TestDatabase database) {
    return new ScimClient(ScimTenants.connection(database, ",\"dialect\":\"rfc\"").scim());
  }

  /** Barbara Jensen as §3.4.1 shows her. */
  static String barbara() {
    return ScimClient.userBody(
        "bjensen@example.com",
        """
        ,"externalId":"bjensen",
         "name":{"formatted":"Ms. Barbara J Jensen III","familyName":"Jensen","givenName":"Barbara"},
         "phoneNumbers":[{"value":"555-555-8377","type":"work"}],
         "emails":[{"value":"bjensen@example.com","type":"work"}]\
        """);
  }
}
