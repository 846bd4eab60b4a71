package dev.portcullis.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Java sources, as far as documents speak of them: types, their methods and constants. */
public final class SourceTree {

  private static final Pattern TYPE =
      Pattern.compile("(?m)^\\s*+(?![*/]).*\\b(?:class|record|interface|enum) (\\w+)");

  private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w.]+\\.([A-Z]\\w*);");

  /** Types of others that our own use. */
  private final Set<String> imported = new HashSet<>();

  /** The text of the file in which a type of that name is declared. */
  private final Map<String, String> declaring = new HashMap<>();

  /** Reads all sources. */
  public SourceTree() {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      files.filter(path -> path.toString().endsWith(".java")).forEach(this::take);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void take(Path file) {
    try {
      String text = Files.readString(file);
      for (MatchResult type : TYPE.matcher(text).results().toList()) {
        declaring.merge(type.group(1), text, String::concat);
      }
      IMPORT.matcher(text).results().forEach(found -> imported.add(found.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Whether a type of that name is there or in use, or a type with such a member for {@code
   * Type.member}.
   */
  public boolean has(String name) {
    List<String> parts = List.of(name.split("\\.", 2));
    String text = declaring.get(parts.getFirst());
    return text == null
        ? imported.contains(name)
        : (parts.size() == 1
            || Pattern.compile("\\b" + Pattern.quote(parts.get(1)) + "\\b").matcher(text).find());
  }

  /** What a constant, named {@code Type.NAME}, is set to in its source. */
  public Optional<String> constant(String name) {
    List<String> parts = List.of(name.split("\\.", 2));
    String text = declaring.getOrDefault(parts.getFirst(), "");
    return Pattern.compile("\\b" + Pattern.quote(parts.get(1)) + "\\s*=\\s*([^;]+);")
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .findFirst();
  }
}
