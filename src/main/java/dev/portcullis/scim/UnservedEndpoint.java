package dev.portcullis.scim;

import dev.portcullis.scim.message.ScimFault;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What this edge does not serve. A mapping without methods is the last that is tried for a path, so
 * whatever method the other endpoints leave over ends here, and every other path of this edge too.
 */
@RestController
class UnservedEndpoint {

  @RequestMapping(ScimPaths.BULK)
  Object notForBulk() {
    throw methodNotAllowed(OptionsEndpoint.BULK);
  }

  @RequestMapping({ScimPaths.ROOT, ScimPaths.ROOT + "/"})
  Object notForTheRoot() {
    throw methodNotAllowed(OptionsEndpoint.READ_ONLY);
  }

  @RequestMapping({
    ScimPaths.ROOT + ScimPaths.SEARCH,
    ScimPaths.USERS + ScimPaths.SEARCH,
    ScimPaths.GROUPS + ScimPaths.SEARCH
  })
  Object notForSearches() {
    throw methodNotAllowed(OptionsEndpoint.BULK);
  }

  @RequestMapping({ScimPaths.USERS, ScimPaths.GROUPS})
  Object notForCollections() {
    throw methodNotAllowed(OptionsEndpoint.COLLECTION);
  }

  @RequestMapping({ScimPaths.USERS + "/{id}", ScimPaths.GROUPS + "/{id}"})
  Object notForResources() {
    throw methodNotAllowed(OptionsEndpoint.RESOURCE);
  }

  @RequestMapping({
    ScimPaths.SERVICE_PROVIDER_CONFIG,
    ScimPaths.RESOURCE_TYPES,
    ScimPaths.RESOURCE_TYPES + "/{id}",
    ScimPaths.SCHEMAS,
    ScimPaths.SCHEMAS + "/{id}"
  })
  Object notForDiscovery() {
    throw methodNotAllowed(OptionsEndpoint.READ_ONLY);
  }

  @RequestMapping(ScimPaths.ROOT + "/**")
  Object absent() {
    throw ScimFault.of(
        HttpServletResponse.SC_NOT_FOUND,
        "there is nothing at this address: the base URL ends in "
            + ScimPaths.ROOT
            + " and is followed by /Users or /Groups, without a doubled or trailing slash");
  }

  private static ScimFault methodNotAllowed(String allowed) {
    return ScimFault.of(
            HttpServletResponse.SC_METHOD_NOT_ALLOWED, "use one of these methods here: " + allowed)
        .withHeader(HttpHeaders.ALLOW, allowed);
  }
}
