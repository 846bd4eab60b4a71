package dev.portcullis.api;

import dev.portcullis.access.AccountOutcome;
import java.util.List;
import java.util.Map;

/** What Port calls the reasons for which somebody's account stays as it is. */
final class AccountFaults {

  private AccountFaults() {}

  /**
   * The refusal that an outcome stands for.
   *
   * @param user as the request names the person
   */
  static RequestFault of(AccountOutcome outcome, String user) {
    return switch (outcome) {
      case AccountOutcome.NotFound _ -> UsersController.notFound(user);
      case AccountOutcome.ConnectionNotFound(String name) -> ConnectionsController.notFound(name);
      case AccountOutcome.OwnedByScim(List<String> fields) -> ownedByScim(fields);
      case AccountOutcome.EmailTaken _ ->
          RequestFault.conflict(
              "somebody else is known by that `email`; `PUT /v1/users/{user}/handle` gives it to"
                  + " this person");
      case AccountOutcome.OwnStatus _ ->
          RequestFault.forbidden(
              "nobody changes their own `status` or deletes themselves; another Admin may do it");
      case AccountOutcome.LastAdmin _ ->
          RequestFault.conflict(
              "the organization would have no Admin any more; make somebody else an Admin first");
      case AccountOutcome.Rejected(List<String> problems) -> rejected(problems);
      case AccountOutcome.Stored _, AccountOutcome.Invited _, AccountOutcome.Deleted _ ->
          throw new IllegalStateException("not a refusal");
    };
  }

  /** Each problem begins with the field that it is about. */
  static RequestFault rejected(List<String> problems) {
    return problems.size() == 1
        ? RequestFault.invalid(field(problems.getFirst()), problems.getFirst())
        : RequestFault.invalid(problems);
  }

  /** The field that a problem begins with, in backticks. */
  private static String field(String problem) {
    return problem.substring(1, problem.indexOf('`', 1));
  }

  private static RequestFault ownedByScim(List<String> fields) {
    return new RequestFault(
        new PortError(
            409,
            "SCIM_CONFLICT",
            "the identity provider owns `%s` of this user, and nothing was changed; change it there"
                .formatted(String.join("`, `", fields)),
            Map.of("fields", fields)));
  }
}
