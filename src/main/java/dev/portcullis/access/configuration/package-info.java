/**
 * An organization's configuration as a whole: read as one document, and brought to what a document
 * says, in one transaction and through the doorways that each part has anyway.
 *
 * <p>A {@code ConfigurationPart} knows one kind of thing; {@code PartPlan}, pure, compares what is
 * there with what is wanted; {@code ImportRun} keeps what came of carrying it out.
 */
@NullMarked
@NamedInterface("configuration")
package dev.portcullis.access.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
