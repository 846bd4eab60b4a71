/**
 * Sign-ins as people do them: in Chromium, at a real and certified OpenID provider, towards a
 * portal that the tests serve.
 *
 * <p>{@code Chromium} is the one browser of a run, {@code CertifiedProvider} an issuer of its own
 * for each test, {@code PortalSite} the application.
 */
@NullMarked
package dev.portcullis.browser;

import org.jspecify.annotations.NullMarked;
