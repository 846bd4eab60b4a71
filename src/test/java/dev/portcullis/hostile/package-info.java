/**
 * Providers that lie, and whoever stands between them and us: each attack beside a good twin, which
 * differs from it in one thing and gets in.
 *
 * <p>{@code HostileProvider} answers whatever a case wants, {@code Mint} makes its tokens, and the
 * {@code …Forgeries} and {@code …Faults} are tables of cases.
 */
@NullMarked
package dev.portcullis.hostile;

import org.jspecify.annotations.NullMarked;
