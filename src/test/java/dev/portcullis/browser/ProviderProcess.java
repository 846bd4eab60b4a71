package dev.portcullis.browser;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The certified {@code oidc-provider} from npm: one process for all tests, ended with them. */
final class ProviderProcess {

  private static final Path MODULES = Path.of("target/node");
  private static final Path SCRIPT = Path.of("src/test/node/controlled-provider.mjs");

  private static @Nullable ProviderProcess running;

  private final BufferedWriter commands;
  private final BufferedReader answers;

  private ProviderProcess() throws IOException {
    if (!Files.isDirectory(MODULES.resolve("node_modules/oidc-provider"))) {
      throw new AssertionError("the OpenID provider is missing; scripts/browser installs it");
    }
    // Node.js looks for modules beside the script.
    Path script = MODULES.resolve(SCRIPT.getFileName());
    Files.copy(SCRIPT, script, StandardCopyOption.REPLACE_EXISTING);
    Process process =
        new ProcessBuilder("node", script.getFileName().toString())
            .directory(MODULES.toFile())
            .redirectError(MODULES.resolve("controlled-provider.log").toFile())
            .start();
    commands = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
  }

  static synchronized ProviderProcess running() {
    try {
      if (running == null) {
        running = new ProviderProcess();
      }
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException("Node.js is missing; scripts/browser installs it", e);
    }
  }

  /** Has it do something; see the head of the script. */
  synchronized JsonNode tell(Map<String, ?> command) {
    try {
      commands.write(JsonMapper.shared().writeValueAsString(command));
      commands.newLine();
      commands.flush();
      String answer = answers.readLine();
      if (answer == null) {
        throw new AssertionError("the OpenID provider has ended; see its log in " + MODULES);
      }
      return JsonMapper.shared().readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
