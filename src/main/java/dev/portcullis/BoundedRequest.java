package dev.portcullis;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request whose body ends in an {@link IOException} once it is longer than allowed. */
final class BoundedRequest extends HttpServletRequestWrapper {

  private final long limit;
  private @Nullable ServletInputStream body;
  private boolean exceeded;

  BoundedRequest(HttpServletRequest request, long limit) {
    super(request);
    this.limit = limit;
  }

  boolean exceeded() {
    return exceeded;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new Bounded(super.getInputStream());
    }
    return body;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  private final class Bounded extends ServletInputStream {

    private final ServletInputStream whole;
    private long read;

    Bounded(ServletInputStream whole) {
      this.whole = whole;
    }

    @Override
    public int read() throws IOException {
      int one = whole.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int some = whole.read(target, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int bytes) throws IOException {
      read += bytes;
      if (read > limit) {
        exceeded = true;
        throw new IOException("the body is longer than " + limit + " bytes");
      }
    }

    @Override
    public boolean isFinished() {
      return whole.isFinished();
    }

    @Override
    public boolean isReady() {
      return whole.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      whole.setReadListener(listener);
    }
  }
}
