package dev.portcullis.scim;

import dev.portcullis.scim.message.BulkOperation.Method;
import dev.portcullis.scim.message.ScimFault;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands an operation of a bulk request to the endpoint that it would reach by itself. */
@Component
class BulkOperations {

  private final UsersEndpoint users;
  private final GroupsEndpoint groups;

  BulkOperations(UsersEndpoint users, GroupsEndpoint groups) {
    this.users = users;
    this.groups = groups;
  }

  /**
   * Does one operation.
   *
   * @throws ScimFault as the endpoint does, and 405 if the method is not for this path
   */
  ResponseEntity<Object> perform(Method method, BulkTarget target, ScimRequest request) {
    return target.isUsers() ? user(method, target, request) : group(method, target, request);
  }

  private ResponseEntity<Object> user(Method method, BulkTarget target, ScimRequest request) {
    return switch (method) {
      case POST -> users.create(requireCollection(target, request));
      case PUT -> users.replace(request, id(target));
      case PATCH -> users.patch(request, id(target));
      case DELETE -> users.delete(request, id(target));
    };
  }

  private ResponseEntity<Object> group(Method method, BulkTarget target, ScimRequest request) {
    return switch (method) {
      case POST -> groups.create(requireCollection(target, request));
      case PUT -> groups.replace(request, id(target));
      case PATCH -> groups.patch(request, id(target));
      case DELETE -> groups.delete(request, id(target));
    };
  }

  private static ScimRequest requireCollection(BulkTarget target, ScimRequest request) {
    if (target.id().isPresent()) {
      throw ScimFault.of(
          HttpServletResponse.SC_METHOD_NOT_ALLOWED,
          "a POST goes to /Users or /Groups, without an id: use PUT or PATCH here");
    }
    return request;
  }

  private static String id(BulkTarget target) {
    return target
        .id()
        .orElseThrow(() ->
            ScimFault.of(
                HttpServletResponse.SC_METHOD_NOT_ALLOWED,
                "a PUT, PATCH or DELETE needs an id in its `path`, such as /Users/{id}"));
  }
}
