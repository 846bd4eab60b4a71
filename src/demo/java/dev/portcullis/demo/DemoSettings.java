package dev.portcullis.demo;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code scripts/demo} tells the demo, in environment variables, so that no secret stands in a
 * command line.
 *
 * @param server the server's public address
 * @param providerFolder where oidc-provider is installed; absent where it could not be
 * @param withoutProvider why it could not be
 * @param workFolder a folder of this run, deleted after it
 * @param workers how many requests are under way at once
 */
record DemoSettings(
    String server,
    String clientId,
    String clientSecret,
    Optional<Path> providerFolder,
    String withoutProvider,
    Path workFolder,
    int workers,
    boolean terminal) {

  private static final String DEFAULT_WORKERS = "4";

  static DemoSettings from(Map<String, String> environment) {
    return new DemoSettings(
        required(environment, "DEMO_SERVER"),
        required(environment, "PORTCULLIS_CLIENT_ID"),
        required(environment, "PORTCULLIS_CLIENT_SECRET"),
        Optional.ofNullable(environment.get("DEMO_PROVIDER_FOLDER"))
            .filter(folder -> !folder.isEmpty())
            .map(Path::of),
        environment.getOrDefault("DEMO_WITHOUT_PROVIDER", "none was asked for"),
        Path.of(required(environment, "DEMO_WORK_FOLDER")),
        Integer.parseInt(environment.getOrDefault("DEMO_WORKERS", DEFAULT_WORKERS)),
        Boolean.parseBoolean(environment.getOrDefault("DEMO_TERMINAL", "false")));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " is not set; start the demo with scripts/demo");
    }
    return value;
  }
}
