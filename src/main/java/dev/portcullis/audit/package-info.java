/**
 * The append-only record of what happened, by whom, through which request.
 *
 * <p>{@code AuditTrail} takes {@code AuditEntry}s in the transaction of the change that they
 * describe; {@code RequestRecords} keeps what each SCIM request and sign-in ended with, {@code
 * RecordedSignIns} what each sign-in brought.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"organization"})
package dev.portcullis.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
