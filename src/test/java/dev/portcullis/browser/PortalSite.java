package dev.portcullis.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A developer portal as small as can be: a page that sends people to sign in, and one that takes
 * what they come back with.
 */
public final class PortalSite implements AutoCloseable {

  /** Begins with PKCE (RFC 7636), and keeps the verifier in this tab. */
  private static final String START =
      """
      <!doctype html><html lang="en"><title>Portal</title><h1>Portal</h1><button autofocus>Sign in</button>
      <script>
      const base64url = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
      document.querySelector('button').onclick = async () => {
        const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
        const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
        const state = base64url(crypto.getRandomValues(new Uint8Array(16)));
        sessionStorage.setItem('verifier', verifier);
        sessionStorage.setItem('state', state);
        const asked = new URLSearchParams(location.search);
        asked.set('state', state);
        asked.set('redirect_uri', location.origin + '/cb');
        if (asked.get('response_type') === 'code') {
          asked.set('code_challenge', base64url(hash));
          asked.set('code_challenge_method', 'S256');
        }
        const server = asked.get('server');
        asked.delete('server');
        sessionStorage.setItem('server', server);
        sessionStorage.setItem('client', asked.get('client_id'));
        location.href = server + '/authorize?' + asked;
      };
      </script></html>
      """;

  /** Redeems a code, or takes the token; shows what it got, and whether the state is its own. */
  private static final String RETURN =
      """
      <!doctype html><html lang="en"><title>Portal</title><h1>Portal</h1>
      <p>Outcome <output id="outcome"></output></p>
      <p>Token <output id="token"></output></p>
      <script>
      const show = (id, text) => document.getElementById(id).textContent = text;
      const query = new URLSearchParams(location.search);
      const given = new URLSearchParams(location.hash.slice(1));
      const finish = async () => {
        const state = query.get('state') ?? given.get('state');
        if (state !== sessionStorage.getItem('state')) return 'not my state';
        if (query.has('error')) return query.get('error') + ' ' + query.get('error_description');
        if (given.has('access_token')) {
          show('token', given.get('access_token'));
          return 'signed in by token';
        }
        const reply = await fetch(sessionStorage.getItem('server') + '/oauth/token', {
          method: 'POST',
          body: new URLSearchParams({
            grant_type: 'authorization_code',
            client_id: sessionStorage.getItem('client'),
            redirect_uri: location.origin + '/cb',
            code: query.get('code'),
            code_verifier: sessionStorage.getItem('verifier'),
          }),
        });
        const body = await reply.json();
        if (!reply.ok) return 'not redeemed ' + body.error;
        show('token', body.access_token);
        return 'signed in by code';
      };
      history.replaceState(null, '', location.pathname);
      finish().then(text => show('outcome', text), failure => show('outcome', 'failed ' + failure));
      </script></html>
      """;

  private static final String BYE =
      "<!doctype html><html lang=\"en\"><title>Portal</title><h1>Goodbye</h1></html>";

  private final HttpServer server;
  private final AtomicInteger hits = new AtomicInteger();
  private volatile Runnable beforeReturn = () -> {};

  public PortalSite() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    serve("/", START);
    server.createContext(
        "/cb",
        exchange -> {
          beforeReturn.run();
          answer(exchange, RETURN);
        });
    serve("/bye", BYE);
    server.start();
  }

  private void serve(String path, String page) {
    server.createContext(path, exchange -> answer(exchange, page));
  }

  private void answer(HttpExchange exchange, String page) throws IOException {
    try (exchange) {
      hits.incrementAndGet();
      byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** {@code host:port} under which a browser finds it, by that name of loopback. */
  public String authority(String host) {
    return host + ":" + server.getAddress().getPort();
  }

  /** Where it is. */
  public String origin() {
    return "http://" + authority("localhost");
  }

  /** Has something done when somebody comes back from their sign-in, before they see a page. */
  public void beforeReturn(Runnable work) {
    beforeReturn = work;
  }

  /** How many requests it has had. */
  public int hits() {
    return hits.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
