package dev.portcullis.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * A reply that is sent line by line. Only {@link #end()} closes it: where it fails halfway the
 * client must see a broken reply, not a short one.
 */
final class StreamedLines {

  private final Writer writer;

  private StreamedLines(Writer writer) {
    this.writer = writer;
  }

  /** Begins a reply that browsers save as a file. */
  static StreamedLines to(HttpServletResponse response, String type, String file)
      throws IOException {
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
    return new StreamedLines(
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)));
  }

  void add(String line) {
    try {
      writer.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void end() throws IOException {
    writer.close();
  }
}
