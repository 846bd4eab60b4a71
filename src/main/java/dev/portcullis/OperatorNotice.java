package dev.portcullis;

import dev.portcullis.organization.ClientCredentials;

/** Shows the operator's made-up credentials once, on the terminal and not in the log. */
final class OperatorNotice {

  private OperatorNotice() {}

  @SuppressWarnings("SystemOut")
  static void print(ClientCredentials credentials) {
    System.out.printf(
        """

        This is the first start. The operator's API client, shown only now:
          clientId      %s
          clientSecret  %s
        Keep it: it cannot be shown again. PORTCULLIS_CLIENT_ID and PORTCULLIS_CLIENT_SECRET set another.

        """,
        credentials.clientId(), credentials.clientSecret());
  }
}
