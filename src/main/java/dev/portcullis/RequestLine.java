package dev.portcullis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11InputBuffer;

/**
 * The first line of a request that Tomcat could not read to its end, because it is too long or
 * holds what no line may hold. Tomcat knows no path then, but the error has to take the shape of
 * the surface that was meant.
 */
final class RequestLine {

  /** Enough to tell the surfaces apart. */
  private static final int MOST_BYTES = 256;

  /** Empty lines before it are passed over, as Tomcat does (RFC 9112 §2.2). */
  private static final Pattern BEGINNING = Pattern.compile("[\\r\\n]*\\S{1,20} ([^ ?\\r\\n]+)");

  private RequestLine() {}

  /** The path as it was sent, as far as it is known. */
  static String path(Request request) {
    if (!(request.getInputBuffer() instanceof Http11InputBuffer input)) {
      return "";
    }
    Matcher line = BEGINNING.matcher(beginning(input.getByteBuffer()));
    return line.lookingAt() ? line.group(1) : "";
  }

  private static String beginning(ByteBuffer read) {
    byte[] bytes = new byte[Math.min(read.limit(), MOST_BYTES)];
    read.get(0, bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
