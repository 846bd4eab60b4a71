/**
 * A client that replays a real organisation into a running server, as Okta would, and compares what
 * the server then says with the file.
 *
 * <p>{@code KubernetesDemo} walks through the phases. {@code KubernetesOrganization} is the file,
 * {@code ExpectedDecisions} what follows from it; neither knows the server. {@code UserPush} and
 * {@code GroupPush} play Okta's SCIM client, an {@code OpenIdProvider} plays its sign-in, and
 * {@code ReadBack}, {@code SignInRound} and {@code DecisionRound} compare. Whatever is not as the
 * file says ends up in {@code Differences}, and makes the run fail.
 */
@NullMarked
package dev.portcullis.demo;

import org.jspecify.annotations.NullMarked;
