package dev.portcullis.scim;

import dev.portcullis.directory.Directory;
import dev.portcullis.scim.message.BulkMessage;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Several operations in one request (RFC 7644 §3.7), each as if it were sent by itself. */
@RestController
class BulkEndpoint {

  private final BulkOperations operations;
  private final Directory directory;

  BulkEndpoint(BulkOperations operations, Directory directory) {
    this.operations = operations;
    this.directory = directory;
  }

  @PostMapping(ScimPaths.BULK)
  ResponseEntity<Object> run(ScimRequest request) {
    BulkMessage message = request.bulk();
    List<BulkResult> results =
        new BulkRun(message, request, operations, directory, Deadline.in(BulkRun.PATIENCE)).run();
    return ScimResponses.bulk(results.stream().map(BulkResult::shown).toList());
  }
}
