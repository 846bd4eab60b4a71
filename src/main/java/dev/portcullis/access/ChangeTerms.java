package dev.portcullis.access;

import java.util.OptionalInt;

/**
 * On what terms a change is to be made.
 *
 * @param dryRun whether it is only to be shown what it would do
 * @param confirmed how many people may lose rights by it, for the guard against mass changes
 */
public record ChangeTerms(boolean dryRun, OptionalInt confirmed) {}
