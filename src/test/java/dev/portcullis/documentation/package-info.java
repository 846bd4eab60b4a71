/**
 * Reads the documents of this repository and does what they say.
 *
 * <p>A {@code MarkdownPage} has {@code FencedBlock}s; those in {@code sh} that call {@code curl}
 * make a {@code Walk}, which sends them in order and compares the replies with what stands there.
 */
@NullMarked
package dev.portcullis.documentation;

import org.jspecify.annotations.NullMarked;
