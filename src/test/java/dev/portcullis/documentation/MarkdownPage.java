package dev.portcullis.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A document of this repository. */
public record MarkdownPage(Path file, String text, List<FencedBlock> blocks) {

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(\\w*)[ ]*([^\\n]*)\\n(.*?)^```[ ]*$");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");

  /** All documents: those at the root and everything below {@code docs}. */
  public static List<MarkdownPage> all() {
    try (Stream<Path> root = Files.list(Path.of(""));
        Stream<Path> docs = Files.walk(Path.of("docs"))) {
      return Stream.concat(root, docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .map(MarkdownPage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One document. */
  public static MarkdownPage read(Path file) {
    try {
      String text = Files.readString(file);
      return new MarkdownPage(file, text, blocks(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<FencedBlock> blocks(String text) {
    List<FencedBlock> blocks = new ArrayList<>();
    BLOCK
        .matcher(text)
        .results()
        .forEach(found ->
            blocks.add(
                new FencedBlock(
                    found.group(1),
                    found.group(2).strip(),
                    found.group(3),
                    (int) text.substring(0, found.start()).lines().count() + 1)));
    return List.copyOf(blocks);
  }

  /** Whether it has calls of the server. */
  public boolean calls() {
    return blocks.stream().anyMatch(FencedBlock::calls);
  }

  /** What stands outside the blocks. */
  public String prose() {
    return BLOCK.matcher(text).replaceAll("");
  }

  /** What stands in single backticks. */
  public List<String> code() {
    return CODE.matcher(prose()).results().map(found -> found.group(1)).toList();
  }

  /** Where it points to, as written. */
  public List<String> links() {
    return LINK.matcher(prose()).results().map(found -> found.group(1)).toList();
  }

  /** The fragments under which its headings can be linked to. */
  public List<String> anchors() {
    return HEADING.matcher(prose()).results().map(MarkdownPage::anchor).toList();
  }

  private static String anchor(MatchResult heading) {
    return heading
        .group(1)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
