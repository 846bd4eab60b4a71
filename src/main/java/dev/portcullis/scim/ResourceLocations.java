package dev.portcullis.scim;

import java.net.URI;
import java.util.UUID;

/**
 * Under which address a client sees resources, from the public address of its region and never from
 * the request's own headers.
 */
record ResourceLocations(URI publicAddress) {

  String user(UUID id) {
    return of(ScimPaths.USERS, id.toString());
  }

  String group(UUID id) {
    return of(ScimPaths.GROUPS, id.toString());
  }

  String of(String collectionPath, String id) {
    return of(collectionPath) + "/" + id;
  }

  String of(String path) {
    return publicAddress + path;
  }
}
