/**
 * In which order the operations of a bulk request are done, and what their references mean.
 *
 * <p>{@code BulkReferences} finds and resolves {@code bulkId:x}; {@code BulkPlan} puts operations
 * that refer after those that they refer to. Both are pure.
 */
@NullMarked
package dev.portcullis.scim.bulk;

import org.jspecify.annotations.NullMarked;
