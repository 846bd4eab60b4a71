/**
 * Tenants and what acts in them: regions, applications, API clients, access tokens, the caller.
 *
 * <p>An {@code Organization} is a tenant; an {@code ApiClient} acts in it with an access token; a
 * {@code PortalApplication} starts sign-ins for it; every piece of work is done for a {@code
 * Caller}, which carries the organization from the credential to the query.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.portcullis.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
