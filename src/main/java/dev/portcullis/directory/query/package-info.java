/**
 * Turns {@code DirectoryQuery} and {@code Sorting} into SQL, and attributes into the rows by which
 * they are found: pure functions, the same text for both databases, every value from outside a bind
 * parameter.
 *
 * <p>{@code QueryCompiler} says which rows meet a query, {@code Seeds} from which few rows they can
 * be sought, {@code Ordering} in which order they come, and {@code Matches} puts the three
 * together. {@code Column} is where a value stands and how it compares, {@code Relation} what
 * stands in other rows, {@code ResourceTable} everything that a user or a group has of both.
 */
@NullMarked
package dev.portcullis.directory.query;

import org.jspecify.annotations.NullMarked;
