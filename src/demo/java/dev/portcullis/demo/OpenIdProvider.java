package dev.portcullis.demo;

import java.io.IOException;
import java.util.List;

/** Whoever signs ID tokens in this run. */
sealed interface OpenIdProvider extends AutoCloseable permits NodeProvider, OwnProvider {

  /** The client that Okta's administrator made for Portcullis. */
  String CLIENT_ID = "portcullis-demo";

  /** What it is, for the person who watches. */
  String description();

  /** The issuer, where discovery finds the keys. */
  String issuer();

  /** Signs somebody in and answers the ID token. */
  String idToken(Account account);

  @Override
  void close();

  /** The real provider where it is installed and starts, else the signer of our own. */
  static OpenIdProvider start(DemoSettings settings, List<Account> accounts) throws IOException {
    if (settings.providerFolder().isEmpty()) {
      return OwnProvider.start(CLIENT_ID, settings.withoutProvider());
    }
    try {
      return NodeProvider.start(
          settings.providerFolder().get(),
          settings.workFolder(),
          accounts,
          CLIENT_ID,
          settings.server() + "/login/callback");
    } catch (IOException e) {
      return OwnProvider.start(CLIENT_ID, "oidc-provider does not start: " + e.getMessage());
    }
  }
}
