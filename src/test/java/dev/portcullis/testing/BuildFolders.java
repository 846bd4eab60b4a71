package dev.portcullis.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** New folders where the build keeps what it makes, so that tests leave nothing elsewhere. */
final class BuildFolders {

  private BuildFolders() {}

  static Path made(String name) throws IOException {
    Path all = Files.createDirectories(Path.of("target", "test-homes").toAbsolutePath());
    return Files.createTempDirectory(all, name);
  }
}
