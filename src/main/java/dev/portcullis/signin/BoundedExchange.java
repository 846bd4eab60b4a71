package dev.portcullis.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/** Lets Spring's clients reach providers through {@link ProviderClient} and its bounds alone. */
final class BoundedExchange implements ClientHttpRequestInterceptor {

  private final ProviderClient provider;

  BoundedExchange(ProviderClient provider) {
    this.provider = provider;
  }

  /** The exchange was refused by us. */
  static final class Refused extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    Refused(Refusal refusal) {
      super(refusal);
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  @Override
  public ClientHttpResponse intercept(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    Map<String, String> headers = new HashMap<>();
    request.getHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    // They follow from the body.
    headers.keySet().removeIf(HttpHeaders.CONTENT_LENGTH::equalsIgnoreCase);
    headers.keySet().removeIf(HttpHeaders.CONTENT_TYPE::equalsIgnoreCase);
    try {
      ProviderReply reply = provider.post(request.getURI(), headers, body);
      if (reply.status() >= 300 && reply.status() < 400) {
        throw FetchFailures.refusal(reply.status());
      }
      return new Response(reply);
    } catch (Refusal refusal) {
      throw new Refused(refusal);
    }
  }

  /** A reply that is read already; taken for JSON whatever it calls itself. */
  private record Response(ProviderReply reply) implements ClientHttpResponse {

    @Override
    public HttpStatusCode getStatusCode() {
      return HttpStatusCode.valueOf(reply.status());
    }

    @Override
    public String getStatusText() {
      return "";
    }

    @Override
    public HttpHeaders getHeaders() {
      HttpHeaders headers = new HttpHeaders();
      headers.setContentType(MediaType.APPLICATION_JSON);
      return headers;
    }

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(reply.body().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
