package dev.portcullis.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The certified {@code oidc-provider} from npm, as a process that ends with this one. */
final class NodeProvider implements OpenIdProvider {

  private final Process process;
  private final String issuer;
  private final String clientId;
  private final String redirectUri;

  private NodeProvider(Process process, String issuer, String clientId, String redirectUri) {
    this.process = process;
    this.issuer = issuer;
    this.clientId = clientId;
    this.redirectUri = redirectUri;
  }

  /**
   * Starts it.
   *
   * @param folder holds {@code provider.mjs} and its installed modules
   * @param workFolder a folder of this run for the list of accounts and the log
   * @throws IOException if Node.js is missing or the provider does not come up
   */
  static NodeProvider start(
      Path folder, Path workFolder, List<Account> accounts, String clientId, String redirectUri)
      throws IOException {
    Path accountsFile = workFolder.resolve("accounts.json");
    Path log = workFolder.resolve("provider.log");
    JsonMapper.shared().writeValue(accountsFile, accounts);
    Process process =
        new ProcessBuilder("node", "provider.mjs", accountsFile.toString(), clientId, redirectUri)
            .directory(folder.toFile())
            .redirectError(log.toFile())
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    if (line == null) {
      throw new IOException("oidc-provider ended at once");
    }
    String issuer = JsonMapper.shared().readTree(line).path("issuer").asString();
    return new NodeProvider(process, issuer, clientId, redirectUri);
  }

  @Override
  public String description() {
    return "oidc-provider from npm, authorization code with PKCE";
  }

  @Override
  public String issuer() {
    return issuer;
  }

  @Override
  public String idToken(Account account) {
    try (CodeFlow flow = new CodeFlow(issuer, clientId, redirectUri)) {
      return flow.idToken(account.login());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
