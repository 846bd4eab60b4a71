package dev.portcullis.scim.behaviours;

import dev.portcullis.scim.ScimTenants;
import dev.portcullis.testing.ScimClient;
import dev.portcullis.testing.TestDatabase;

/** A client of a connection of its own in either dialect. */
record Dialects(TestDatabase database) {

  static final String OKTA = "okta";

  ScimClient client(String dialect) {
    return new ScimClient(
        ScimTenants.connection(database, ",\"dialect\":\"" + dialect + "\"").scim());
  }

  /** A user's body as Okta sends it. */
  static String babs() {
    return ScimClient.userBody(
        "babs@example.com",
        """
        ,"externalId":"00u1babs","name":{"givenName":"Barbara","familyName":"Jensen"},
         "displayName":"Babs Jensen","locale":"en-US","active":true,"groups":[],"password":"1mz050nq",
         "emails":[{"value":"babs@example.com","type":"work","primary":true},
                   {"value":"babs@jensen.org","type":"home"}]\
        """);
  }
}
