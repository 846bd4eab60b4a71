package dev.portcullis.scim;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Says which methods an address takes (RFC 9110 §9.3.7); what is no address is absent here too. */
@RestController
class OptionsEndpoint {

  static final String COLLECTION = "GET, HEAD, POST, OPTIONS";
  static final String RESOURCE = "GET, HEAD, PUT, PATCH, DELETE, OPTIONS";
  static final String READ_ONLY = "GET, HEAD, OPTIONS";
  static final String BULK = "POST, OPTIONS";

  private final MeEndpoint me;
  private final UnservedEndpoint unserved;

  OptionsEndpoint(MeEndpoint me, UnservedEndpoint unserved) {
    this.me = me;
    this.unserved = unserved;
  }

  @RequestMapping(
      method = RequestMethod.OPTIONS,
      path = {ScimPaths.USERS, ScimPaths.GROUPS})
  ResponseEntity<Object> collections() {
    return allowed(COLLECTION);
  }

  @RequestMapping(
      method = RequestMethod.OPTIONS,
      path = {ScimPaths.USERS + "/{id}", ScimPaths.GROUPS + "/{id}"})
  ResponseEntity<Object> resources() {
    return allowed(RESOURCE);
  }

  @RequestMapping(
      method = RequestMethod.OPTIONS,
      path = {
        ScimPaths.ROOT,
        ScimPaths.ROOT + "/",
        ScimPaths.SERVICE_PROVIDER_CONFIG,
        ScimPaths.RESOURCE_TYPES,
        ScimPaths.RESOURCE_TYPES + "/{id}",
        ScimPaths.SCHEMAS,
        ScimPaths.SCHEMAS + "/{id}"
      })
  ResponseEntity<Object> readOnly() {
    return allowed(READ_ONLY);
  }

  @RequestMapping(
      method = RequestMethod.OPTIONS,
      path = {
        ScimPaths.BULK,
        ScimPaths.ROOT + ScimPaths.SEARCH,
        ScimPaths.USERS + ScimPaths.SEARCH,
        ScimPaths.GROUPS + ScimPaths.SEARCH
      })
  ResponseEntity<Object> messages() {
    return allowed(BULK);
  }

  @RequestMapping(method = RequestMethod.OPTIONS, path = ScimPaths.ME)
  ResponseEntity<Object> me(ScimRequest request) {
    me.read(request);
    return allowed(READ_ONLY);
  }

  @RequestMapping(method = RequestMethod.OPTIONS, path = ScimPaths.ROOT + "/**")
  Object absent() {
    return unserved.absent();
  }

  private static ResponseEntity<Object> allowed(String methods) {
    return ResponseEntity.noContent().header(HttpHeaders.ALLOW, methods).build();
  }
}
