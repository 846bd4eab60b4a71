/**
 * The attributes that are stored and served: one definition behind reading, patching and discovery.
 *
 * <p>{@code ResourceSchema} holds the definitions, {@code AttributeReader} turns JSON into values
 * that keep them, {@code AttributePath} finds what a path means.
 */
@NullMarked
package dev.portcullis.scim.schema;

import org.jspecify.annotations.NullMarked;
