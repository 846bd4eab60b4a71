/**
 * Where browsers come in: {@code /authorize}, {@code /login/callback}, {@code /logout}, our own
 * page, and {@code /oauth/token} for the applications that sent them.
 *
 * <p>Each converts, calls one doorway of the sign-in room and renders; {@code BrowserSession} is
 * the cookie's side of who is signed in, {@code SignInCookies} that of who is at the provider.
 */
@NamedInterface("browser")
@NullMarked
package dev.portcullis.signin.browser;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
