/**
 * Conversations with Port's public Terraform provider: each request as that client sends it, each
 * reply read as it decodes it, one story for each of its acceptance tests.
 */
@NullMarked
package dev.portcullis.terraform;

import org.jspecify.annotations.NullMarked;
