package dev.portcullis;

import dev.portcullis.organization.MasterKey;
import dev.portcullis.organization.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Finds the master key: the setting, else, with the embedded database, a file beside it that the
 * first start makes and that only its owner may read.
 */
final class MasterKeys {

  static final String FILE = "master.key";

  private MasterKeys() {}

  /**
   * The master key of this deployment.
   *
   * @throws IllegalArgumentException with PostgreSQL if none is set: nodes that share a database
   *     must share the key, and a file on one of them would be lost with it
   */
  static MasterKey of(Settings settings, String databaseUrl) {
    String set = settings.masterKey();
    if (set != null) {
      return new MasterKey(set);
    }
    if (!databaseUrl.startsWith("jdbc:h2:")) {
      throw new IllegalArgumentException(
          "PORTCULLIS_MASTER_KEY must be set when the database is not the embedded one; make one"
              + " with `openssl rand -base64 32` and give it to every node");
    }
    return new MasterKey(kept(settings.home()));
  }

  private static String kept(Path home) {
    Path file = home.resolve(FILE);
    try {
      Files.createDirectories(home);
      return Files.exists(file) ? read(file) : made(file);
    } catch (IOException e) {
      throw new UncheckedIOException("the master key file " + file + " is out of reach", e);
    }
  }

  private static String made(Path file) throws IOException {
    String key = Secrets.next();
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, key + "\n", StandardOpenOption.WRITE);
      return key;
    } catch (FileAlreadyExistsException anotherStartWasFaster) {
      return read(file);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.US_ASCII).strip();
  }
}
