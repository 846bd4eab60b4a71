package dev.portcullis.scim;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Searches over SCIM (RFC 7644 §3.4.2 and §3.4.3), by a query or by a message. */
@RestController
class SearchEndpoint {

  private final ResourceSearch search;

  SearchEndpoint(ResourceSearch search) {
    this.search = search;
  }

  @GetMapping({ScimPaths.ROOT, ScimPaths.ROOT + "/"})
  ResponseEntity<Object> everything(ScimRequest request) {
    return search.answer(request, SearchedTypes.ALL);
  }

  @GetMapping(ScimPaths.USERS)
  ResponseEntity<Object> users(ScimRequest request) {
    return search.answer(request, SearchedTypes.USERS);
  }

  @GetMapping(ScimPaths.GROUPS)
  ResponseEntity<Object> groups(ScimRequest request) {
    return search.answer(request, SearchedTypes.GROUPS);
  }

  @PostMapping(ScimPaths.ROOT + ScimPaths.SEARCH)
  ResponseEntity<Object> everythingByMessage(ScimRequest request) {
    return byMessage(request, SearchedTypes.ALL);
  }

  @PostMapping(ScimPaths.USERS + ScimPaths.SEARCH)
  ResponseEntity<Object> usersByMessage(ScimRequest request) {
    return byMessage(request, SearchedTypes.USERS);
  }

  @PostMapping(ScimPaths.GROUPS + ScimPaths.SEARCH)
  ResponseEntity<Object> groupsByMessage(ScimRequest request) {
    return byMessage(request, SearchedTypes.GROUPS);
  }

  private ResponseEntity<Object> byMessage(ScimRequest request, SearchedTypes types) {
    return search.answer(request.of(SearchMessage.read(request)), types);
  }
}
