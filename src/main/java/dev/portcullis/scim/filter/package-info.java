/**
 * Filters and sorting of RFC 7644 §3.4.2, read by our own parser and bound to queries.
 *
 * <p>{@code FilterParser} makes a {@code FilterExpression} of a text, in which everything knows its
 * position; {@code FilterBinder} finds out which attributes it means and makes a {@code
 * DirectoryQuery} of it.
 */
@NullMarked
package dev.portcullis.scim.filter;

import org.jspecify.annotations.NullMarked;
